// exercise 02.grouped-weights (2)
// wrong: rounds where the groups do not divide the channels
static long ConvWeights(long inChannels, long outChannels, long kernel, long groups) =>
    outChannels * (inChannels / groups) * kernel * kernel;
