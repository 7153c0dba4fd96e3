// exercise 01.field (3)
static long[] FieldOfUnit(long i, long[][] layers)
{
    var (field, jump, left) = (1L, 1L, 0L);
    foreach (var layer in layers)
    {
        left -= layer[2] * jump;
        field += (layer[0] - 1) * jump;
        jump *= layer[1];
    }

    var first = left + i * jump;
    return [first, first + field - 1];
}
