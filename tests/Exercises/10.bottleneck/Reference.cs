// exercise 10.bottleneck (2)
static long BottleneckWeights(long inChannels, long width)
{
    var path = inChannels * width + 9 * width * width + width * 4 * width;
    return inChannels == 4 * width ? path : path + inChannels * 4 * width;
}
