// exercise 11.paths (2)
// wrong: the longest length is left out
static double ShareOfPaths(int blocks, int from, int to)
{
    var share = Math.Pow(0.5, blocks);
    var sum = 0.0;
    for (var k = 0; k < to; k++)
    {
        sum += k >= from ? share : 0;
        share *= (blocks - k) / (double)(k + 1);
    }

    return sum;
}
