// exercise 13.break-even (2)
// wrong: forgets that the 3x3 behind the 1x1 reads 4k channels, not k
static int FirstThatSaves(long channels, long k, int layers)
{
    for (var l = 1; l <= layers; l++)
    {
        var m = channels + k * (l - 1);
        if (4 * m * k + 9 * k * k < 9 * m * k)
        {
            return l;
        }
    }

    return 0;
}
