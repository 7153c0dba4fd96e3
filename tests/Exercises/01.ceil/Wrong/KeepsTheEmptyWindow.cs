// exercise 01.ceil (2)
// wrong: a last window that starts in the right padding must be dropped
static long CeilSize(long n, long k, long s, long p) => (n + 2 * p - k + s - 1) / s + 1;
