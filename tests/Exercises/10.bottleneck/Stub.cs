// exercise 10.bottleneck (2)
static long BottleneckWeights(long inChannels, long width) =>
    throw new NotImplementedException(
        "Return the number of convolution weights of a bottleneck block.");
