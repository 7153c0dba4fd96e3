// exercise 09.grid (2)
static long[] Halve(long d, long k)
{
    var (large, small) = (d * d, d / 2 * (d / 2));
    return [9 * k * 2 * k * large, 9 * k * 2 * k * small, 9 * k * k * small];
}
