// exercise 10.bottleneck (2)
// wrong: leaves out the projection where the number of channels changes
static long BottleneckWeights(long inChannels, long width) =>
    inChannels * width + 9 * width * width + width * 4 * width;
