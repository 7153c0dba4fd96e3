// exercise 01.same (2)
static long[] SamePadding(long n, long k, long s)
{
    var size = (n + s - 1) / s;
    var total = Math.Max((size - 1) * s + k - n, 0);
    return [size, total / 2, total - total / 2];
}
