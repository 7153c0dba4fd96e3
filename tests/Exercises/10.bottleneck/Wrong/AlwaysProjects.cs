// exercise 10.bottleneck (2)
// wrong: option C, a projection around every block
static long BottleneckWeights(long inChannels, long width) =>
    inChannels * width + 9 * width * width + width * 4 * width + inChannels * 4 * width;
