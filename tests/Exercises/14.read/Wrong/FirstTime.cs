// exercise 14.read (3)
// wrong: the first n at which specificity is larger, even where it does not stay so
static double[] TakeApart(double baseline, double[] bnb, double[] anb)
{
    double[] adapted = [.. bnb.Select(accuracy => baseline - accuracy)];
    double[] specific = [.. bnb.Zip(anb, (b, a) => b - a)];
    return [.. adapted, .. specific, Array.FindIndex([.. specific.Zip(adapted, (s, a) => s > a)], larger => larger) + 1];
}
