// exercise 00.broadcast (2)
// wrong: shapes are compared from the right, not from the left
static long[] BroadcastShape(long[] a, long[] b)
{
    var shape = new long[Math.Max(a.Length, b.Length)];
    for (var i = 0; i < shape.Length; i++)
    {
        var left = i < a.Length ? a[i] : 1;
        var right = i < b.Length ? b[i] : 1;
        if (left != right && left != 1 && right != 1)
        {
            throw new ArgumentException($"Sizes {left} and {right} do not fit.");
        }

        shape[i] = left == 1 ? right : left;
    }

    return shape;
}
