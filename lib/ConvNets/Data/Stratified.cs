namespace ConvNets.Data;

/// <summary>Random orders in which every prefix holds the classes in the proportions of the whole.</summary>
internal static class Stratified
{
    /// <summary>
    /// Shuffles each class by its own stream, gives its k-th of n pictures the position (k + u) / n with one random u per class, and sorts by
    /// position: any first m pictures hold m n / N of a class, within one.
    /// </summary>
    public static int[] Order(IReadOnlyList<int> labels, int classes, long seed)
    {
        var members = new List<int>[classes];
        for (var label = 0; label < classes; label++)
            members[label] = [];
        for (var i = 0; i < labels.Count; i++)
            members[labels[i]].Add(i);

        var positions = new double[labels.Count];
        for (var label = 0; label < classes; label++)
        {
            var draw = new Draw(seed, label);
            var indices = members[label].ToArray();
            draw.Shuffle(indices.AsSpan());
            var offset = draw.Uniform();
            for (var k = 0; k < indices.Length; k++)
                positions[indices[k]] = (k + offset) / indices.Length;
        }
        var order = Enumerable.Range(0, labels.Count).ToArray();
        Array.Sort(order, (a, b) => positions[a] != positions[b] ? positions[a].CompareTo(positions[b]) : a.CompareTo(b));
        return order;
    }
}
