// exercise 16.depth (3)
static long Depth(long[] weighted, long[][] inputs)
{
    var depth = new long[weighted.Length];
    for (var i = 0; i < depth.Length; i++)
    {
        depth[i] = inputs[i].Select(j => depth[j]).DefaultIfEmpty(0).Max() + weighted[i];
    }

    return depth[^1];
}
