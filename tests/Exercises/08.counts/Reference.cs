// exercise 08.counts (1)
static long[] Counts(long n, long c, long h, long w) => [n * h * w, 2 * c, 2 * c, 9 * c * c];
