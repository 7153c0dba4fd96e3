// exercise 11.wide (3)
// wrong: the projections are forgotten
static long ConvolutionWeights(int depth, int k)
{
    if (depth < 10 || (depth - 4) % 6 != 0)
    {
        throw new ArgumentException("The depth of a wide residual net is 6n + 4.");
    }

    long n = (depth - 4) / 6, from = 16, sum = 9 * 3 * 16;
    foreach (var width in new long[] { 16 * k, 32 * k, 64 * k })
    {
        sum += 9 * from * width + (2 * n - 1) * 9 * width * width;
        from = width;
    }

    return sum;
}
