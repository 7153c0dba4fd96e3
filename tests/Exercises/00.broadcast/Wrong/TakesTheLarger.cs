// exercise 00.broadcast (2)
// wrong: sizes 2 and 3 do not fit, and the larger of the two is no answer
static long[] BroadcastShape(long[] a, long[] b)
{
    var shape = new long[Math.Max(a.Length, b.Length)];
    for (var i = 1; i <= shape.Length; i++)
    {
        shape[^i] = Math.Max(i <= a.Length ? a[^i] : 1, i <= b.Length ? b[^i] : 1);
    }

    return shape;
}
