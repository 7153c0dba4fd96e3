// exercise 14.read (3)
static double[] TakeApart(double baseline, double[] bnb, double[] anb)
{
    double[] adapted = [.. bnb.Select(accuracy => baseline - accuracy)];
    double[] specific = [.. bnb.Zip(anb, (b, a) => b - a)];
    var from = 0;
    for (var n = bnb.Length; n >= 1 && specific[n - 1] > adapted[n - 1]; n--)
    {
        from = n;
    }

    return [.. adapted, .. specific, from];
}
