// exercise 11.wide (3)
// wrong: counts the depth as 6n + 2, and projects in the first stage even where nothing changes
static long ConvolutionWeights(int depth, int k)
{
    long n = (depth - 2) / 6, from = 16, sum = 9 * 3 * 16;
    foreach (var width in new long[] { 16 * k, 32 * k, 64 * k })
    {
        sum += 10 * from * width + (2 * n - 1) * 9 * width * width;
        from = width;
    }

    return sum;
}
