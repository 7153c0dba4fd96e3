// exercise 13.channels (2)
static long[] ChannelPath(long first, long growth, int[] blocks, double theta)
{
    var path = new List<long> { first };
    for (var i = 0; i < blocks.Length; i++)
    {
        path.Add(path[^1] + blocks[i] * growth);
        if (i < blocks.Length - 1)
        {
            path.Add((long)(path[^1] * theta));
        }
    }

    return [.. path];
}
