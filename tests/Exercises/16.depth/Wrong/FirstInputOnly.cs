// exercise 16.depth (3)
// wrong: where branches meet, the deepest of them counts, not the first
static long Depth(long[] weighted, long[][] inputs)
{
    var depth = new long[weighted.Length];
    for (var i = 0; i < depth.Length; i++)
    {
        depth[i] = (inputs[i].Length > 0 ? depth[inputs[i][0]] : 0) + weighted[i];
    }

    return depth[^1];
}
