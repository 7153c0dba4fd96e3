// exercise 01.blind (3)
// wrong: the layer whose own field reaches the edge still found new pixels
static long FirstBlind(long[][] layers, long size)
{
    var (field, jump) = (1L, 1L);
    for (var i = 0; i < layers.Length; i++)
    {
        field += (layers[i][0] - 1) * jump;
        jump *= layers[i][1];
        if (layers[i][0] > 1 && field >= size)
        {
            return i;
        }
    }

    return -1;
}
