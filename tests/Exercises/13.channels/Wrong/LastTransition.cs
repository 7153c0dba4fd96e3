// exercise 13.channels (2)
// wrong: puts a transition behind the last block too
static long[] ChannelPath(long first, long growth, int[] blocks, double theta)
{
    var path = new List<long> { first };
    foreach (var layers in blocks)
    {
        path.Add(path[^1] + layers * growth);
        path.Add((long)(path[^1] * theta));
    }

    return [.. path];
}
