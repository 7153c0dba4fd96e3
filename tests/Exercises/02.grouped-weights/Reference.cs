// exercise 02.grouped-weights (2)
static long ConvWeights(long inChannels, long outChannels, long kernel, long groups)
{
    if (inChannels % groups != 0 || outChannels % groups != 0)
    {
        throw new ArgumentException($"{groups} groups do not divide {inChannels} and {outChannels} channels.");
    }

    return outChannels * (inChannels / groups) * kernel * kernel;
}
