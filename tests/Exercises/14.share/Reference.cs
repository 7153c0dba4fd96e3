// exercise 14.share (2)
static int LayersFor(long[] parameters, double share)
{
    if (!(share >= 0 && share <= 1))
    {
        throw new ArgumentException("A share lies between 0 and 1.");
    }

    var wanted = share * parameters.Sum();
    long sum = 0;
    for (var n = 0; n < parameters.Length; n++)
    {
        if (sum >= wanted)
        {
            return n;
        }

        sum += parameters[n];
    }

    return parameters.Length;
}
