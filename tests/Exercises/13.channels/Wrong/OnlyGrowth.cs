// exercise 13.channels (2)
// wrong: counts only what the block's own layers wrote, as if the input were not concatenated
static long[] ChannelPath(long first, long growth, int[] blocks, double theta)
{
    var path = new List<long> { first };
    for (var i = 0; i < blocks.Length; i++)
    {
        path.Add(blocks[i] * growth);
        if (i < blocks.Length - 1)
        {
            path.Add((long)(path[^1] * theta));
        }
    }

    return [.. path];
}
