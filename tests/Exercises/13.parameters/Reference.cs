// exercise 13.parameters (3)
static long BlockParameters(long channels, long k, int layers, bool bottleneck)
{
    long sum = 0;
    for (var l = 0; l < layers; l++)
    {
        var m = channels + l * k;
        sum += bottleneck ? 2 * m + 4 * m * k + 8 * k + 36 * k * k : 2 * m + 9 * m * k;
    }

    return sum;
}
