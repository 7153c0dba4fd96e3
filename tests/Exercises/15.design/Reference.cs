// exercise 15.design (3)
static long[][] HalfFraction(int factors)
{
    var rows = new long[1 << (factors - 1)][];
    for (var r = 0; r < rows.Length; r++)
    {
        var row = new long[factors];
        row[^1] = 1;
        for (var f = 0; f < factors - 1; f++)
        {
            row[f] = (r >> f & 1) == 1 ? 1 : -1;
            row[^1] *= row[f];
        }

        rows[r] = row;
    }

    return rows;
}
