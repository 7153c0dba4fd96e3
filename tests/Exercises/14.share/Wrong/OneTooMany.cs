// exercise 14.share (2)
// wrong: wants more than the share, so an exact hit copies one layer too many
static int LayersFor(long[] parameters, double share)
{
    if (!(share >= 0 && share <= 1))
    {
        throw new ArgumentException("A share lies between 0 and 1.");
    }

    long sum = 0;
    for (var n = 0; n < parameters.Length; n++)
    {
        if (sum > share * parameters.Sum())
        {
            return n;
        }

        sum += parameters[n];
    }

    return parameters.Length;
}
