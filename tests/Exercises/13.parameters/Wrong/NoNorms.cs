// exercise 13.parameters (3)
// wrong: forgets gamma and beta
static long BlockParameters(long channels, long k, int layers, bool bottleneck)
{
    long sum = 0;
    for (var l = 0; l < layers; l++)
    {
        var m = channels + l * k;
        sum += bottleneck ? 4 * m * k + 36 * k * k : 9 * m * k;
    }

    return sum;
}
