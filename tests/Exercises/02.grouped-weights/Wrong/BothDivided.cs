// exercise 02.grouped-weights (2)
// wrong: divides the outputs by the groups as well
static long ConvWeights(long inChannels, long outChannels, long kernel, long groups)
{
    if (inChannels % groups != 0 || outChannels % groups != 0)
    {
        throw new ArgumentException("The groups do not divide the channels.");
    }

    return outChannels / groups * (inChannels / groups) * kernel * kernel;
}
