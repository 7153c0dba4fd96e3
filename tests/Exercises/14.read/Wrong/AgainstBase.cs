// exercise 14.read (3)
// wrong: counts the whole loss of AnB as specificity
static double[] TakeApart(double baseline, double[] bnb, double[] anb)
{
    double[] adapted = [.. bnb.Select(accuracy => baseline - accuracy)];
    double[] specific = [.. anb.Select(accuracy => baseline - accuracy)];
    var from = 0;
    for (var n = bnb.Length; n >= 1 && specific[n - 1] > adapted[n - 1]; n--)
    {
        from = n;
    }

    return [.. adapted, .. specific, from];
}
