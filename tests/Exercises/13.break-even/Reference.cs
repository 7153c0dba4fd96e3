// exercise 13.break-even (2)
static int FirstThatSaves(long channels, long k, int layers)
{
    for (var l = 1; l <= layers; l++)
    {
        if (5 * (channels + k * (l - 1)) > 36 * k)
        {
            return l;
        }
    }

    return 0;
}
