// exercise 01.field (3)
// wrong: the jump of a layer's input decides how far its kernel reaches, not that of its output
static long[] FieldOfUnit(long i, long[][] layers)
{
    var (field, jump, left) = (1L, 1L, 0L);
    foreach (var layer in layers)
    {
        jump *= layer[1];
        left -= layer[2] * jump;
        field += (layer[0] - 1) * jump;
    }

    var first = left + i * jump;
    return [first, first + field - 1];
}
