// exercise 01.blind (3)
static long FirstBlind(long[][] layers, long size)
{
    var (field, jump) = (1L, 1L);
    for (var i = 0; i < layers.Length; i++)
    {
        if (layers[i][0] > 1 && field >= size)
        {
            return i;
        }

        field += (layers[i][0] - 1) * jump;
        jump *= layers[i][1];
    }

    return -1;
}
