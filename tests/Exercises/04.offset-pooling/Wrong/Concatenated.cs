// exercise 04.offset-pooling (4)
// wrong: lists one offset after the other instead of interleaving
static double[] Fine(double[] map, int size, double[] weights)
{
    var usable = (map.Length - size + 1) / size * size;
    var byOffset = Enumerable.Range(0, size).Select(offset =>
    {
        var pooled = map.Skip(offset).Take(usable).Chunk(size).Select(window => window.Max()).ToArray();
        return Enumerable.Range(0, pooled.Length - weights.Length + 1)
            .Select(i => weights.Select((w, j) => w * pooled[i + j]).Sum()).ToArray();
    }).ToArray();
    return [.. byOffset.SelectMany(scores => scores)];
}
