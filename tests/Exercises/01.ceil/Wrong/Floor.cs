// exercise 01.ceil (2)
// wrong: rounding down loses the window that hangs over the edge
static long CeilSize(long n, long k, long s, long p) => (n + 2 * p - k) / s + 1;
