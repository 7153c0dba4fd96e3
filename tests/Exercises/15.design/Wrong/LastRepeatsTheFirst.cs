// exercise 15.design (3)
// wrong: a last column equal to the first one mixes two components for good
static long[][] HalfFraction(int factors)
{
    var rows = new long[1 << (factors - 1)][];
    for (var r = 0; r < rows.Length; r++)
    {
        rows[r] = [.. Enumerable.Range(0, factors).Select(f => (r >> (f % (factors - 1)) & 1) == 1 ? 1L : -1L)];
    }

    return rows;
}
