// exercise 09.grid (2)
// wrong: the stride-2 convolution is counted on the large map
static long[] Halve(long d, long k)
{
    var (large, small) = (d * d, d / 2 * (d / 2));
    return [9 * k * 2 * k * large, 9 * k * 2 * k * small, 9 * k * k * large];
}
