namespace ConvNets.Data;

/// <summary>
/// Labelled pictures, in memory or on disk. Reading is free of side effects and may happen on many threads at once.
/// </summary>
public abstract class ImageSet
{
    /// <summary>Makes a set with these labels; each is a position in <paramref name="classes"/>.</summary>
    protected ImageSet(string name, IReadOnlyList<int> labels, IReadOnlyList<string> classes, IReadOnlyList<Box>? boxes = null)
    {
        if (boxes is not null && boxes.Count != labels.Count)
            throw new DataException($"{name}: {boxes.Count} boxes do not belong to {labels.Count} pictures.");
        for (var i = 0; i < labels.Count; i++)
        {
            if ((uint)labels[i] >= (uint)classes.Count)
                throw new DataException($"{name}: picture {i} has label {labels[i]}, but the classes are numbered 0 to {classes.Count - 1}.");
        }
        (Name, Labels, Classes, Boxes) = (name, labels, classes, boxes);
    }

    /// <summary>What the set is called in messages and tables.</summary>
    public string Name { get; }

    /// <summary>Number of pictures.</summary>
    public int Count => Labels.Count;

    /// <summary>The class of each picture, as a position in <see cref="Classes"/>.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>Names of the classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The object's box in each picture, in pixels of the picture as stored; null where the set has none.</summary>
    public IReadOnlyList<Box>? Boxes { get; }

    /// <summary>Size of every picture as (channels, height, width); null where pictures differ in size.</summary>
    public abstract (int Channels, int Height, int Width)? Shape { get; }

    /// <summary>Reads one picture: a new object with values 0 to 1, which the caller may change.</summary>
    /// <exception cref="DataException">The picture cannot be read; the sentence names its file.</exception>
    public abstract Picture Load(int index);

    /// <summary>Where a picture comes from, for messages: a file's path, or the set's name and the index.</summary>
    public virtual string Describe(int index) => $"{Name}, picture {index}";

    /// <summary>The pictures at these positions, in this order. Nothing is copied.</summary>
    public ImageSet Select(IEnumerable<int> indices) => new ImageSubset(this, [.. indices]);

    /// <summary>
    /// The first <paramref name="count"/> pictures of a random order that <paramref name="seed"/> fixes, with the classes in the
    /// proportions of the whole set (stratified; within one picture).
    /// </summary>
    public ImageSet Take(int count, long seed = 0)
    {
        if (count < 0 || count > Count)
            throw new DataException($"{Name} holds {Count} pictures, so {count} cannot be taken.");
        return Select(Stratified.Order(Labels, Classes.Count, seed)[..count].Order());
    }

    /// <summary>At most <paramref name="count"/> pictures of every class, chosen by <paramref name="seed"/>.</summary>
    public ImageSet TakePerClass(int count, long seed = 0)
    {
        var taken = new int[Classes.Count];
        return Select(Stratified.Order(Labels, Classes.Count, seed).Where(i => taken[Labels[i]]++ < count).Order());
    }

    /// <summary>
    /// Parts that share no picture, stratified, chosen by <paramref name="seed"/>; what the counts leave over belongs to no part.
    /// </summary>
    /// <example><code>var parts = set.Split(seed: 1, 4000, 1000);</code></example>
    public IReadOnlyList<ImageSet> Split(long seed, params int[] counts)
    {
        var wanted = counts.Sum(count => (long)count);
        if (counts.Any(count => count < 0) || wanted > Count)
            throw new DataException($"{Name} holds {Count} pictures, so parts of {string.Join(" + ", counts)} = {wanted} cannot be split off.");
        var order = Stratified.Order(Labels, Classes.Count, seed);
        var parts = new List<ImageSet>();
        var start = 0;
        foreach (var count in counts)
        {
            parts.Add(Select(order[start..(start + count)].Order()));
            start += count;
        }
        return parts;
    }

    /// <summary>Only the pictures of the named classes, relabelled 0, 1, ... in the order of the names.</summary>
    /// <exception cref="DataException">A name is not among <see cref="Classes"/>.</exception>
    public ImageSet Only(params IReadOnlyList<string> names)
    {
        var labels = names.Select(LabelOf).ToArray();
        var positions = new int[Classes.Count];
        Array.Fill(positions, -1);
        for (var i = 0; i < labels.Length; i++)
            positions[labels[i]] = i;
        var kept = Enumerable.Range(0, Count).Where(i => positions[Labels[i]] >= 0).ToArray();
        return new ImageSubset(this, kept, [.. kept.Select(i => positions[Labels[i]])], [.. labels.Select(label => Classes[label])]);
    }

    /// <summary>The position of a class name.</summary>
    public int LabelOf(string name)
    {
        for (var i = 0; i < Classes.Count; i++)
        {
            if (Classes[i] == name)
                return i;
        }
        throw new DataException($"{Name} has no class '{name}'; its classes are {string.Join(", ", Classes.Take(20))}{(Classes.Count > 20 ? ", ..." : "")}.");
    }

    /// <summary>How many pictures each class has.</summary>
    public int[] CountPerClass()
    {
        var counts = new int[Classes.Count];
        foreach (var label in Labels)
            counts[label]++;
        return counts;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var size = Shape is (var c, var h, var w) ? $"{c}x{h}x{w}" : "of different sizes";
        return $"{Name}: {Count} pictures {size} in {Classes.Count} classes";
    }
}
