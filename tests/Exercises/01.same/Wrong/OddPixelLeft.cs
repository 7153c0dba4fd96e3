// exercise 01.same (2)
// wrong: the odd pixel of SAME goes to the right
static long[] SamePadding(long n, long k, long s)
{
    var size = (n + s - 1) / s;
    var total = Math.Max((size - 1) * s + k - n, 0);
    return [size, total - total / 2, total / 2];
}
