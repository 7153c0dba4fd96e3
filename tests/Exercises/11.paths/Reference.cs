// exercise 11.paths (2)
static double ShareOfPaths(int blocks, int from, int to)
{
    var share = Math.Pow(0.5, blocks);
    var sum = from == 0 ? share : 0;
    for (var k = 1; k <= to; k++)
    {
        share *= (blocks - k + 1) / (double)k;
        sum += k >= from ? share : 0;
    }

    return sum;
}
