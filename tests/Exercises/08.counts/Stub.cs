// exercise 08.counts (1)
static long[] Counts(long n, long c, long h, long w) =>
    throw new NotImplementedException(
        "Return values in a mean, learned parameters, stored numbers, the convolution's weights.");
