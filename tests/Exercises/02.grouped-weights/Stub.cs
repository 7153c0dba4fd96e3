// exercise 02.grouped-weights (2)
static long ConvWeights(long inChannels, long outChannels, long kernel, long groups) =>
    throw new NotImplementedException(
        "Return the number of weights, and refuse groups that do not divide the channels.");
