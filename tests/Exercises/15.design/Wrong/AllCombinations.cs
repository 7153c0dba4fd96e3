// exercise 15.design (3)
// wrong: all combinations are twice as many runs as asked for
static long[][] HalfFraction(int factors)
{
    var rows = new long[1 << factors][];
    for (var r = 0; r < rows.Length; r++)
    {
        rows[r] = [.. Enumerable.Range(0, factors).Select(f => (r >> f & 1) == 1 ? 1L : -1L)];
    }

    return rows;
}
