// exercise 01.ceil (2)
static long CeilSize(long n, long k, long s, long p)
{
    var size = (n + 2 * p - k + s - 1) / s + 1;
    return (size - 1) * s >= n + p ? size - 1 : size;
}
