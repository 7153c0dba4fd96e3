// exercise 11.paths (2)
// wrong: binomial coefficients overflow 64-bit integers from about 62 blocks on
static double ShareOfPaths(int blocks, int from, int to)
{
    long choose = 1;
    var sum = from == 0 ? 1.0 : 0;
    for (var k = 1; k <= to; k++)
    {
        choose = choose * (blocks - k + 1) / k;
        sum += k >= from ? choose : 0;
    }

    return sum / Math.Pow(2, blocks);
}
