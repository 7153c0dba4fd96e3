namespace ConvNets.Data;

/// <summary>Some pictures of another set, in an order of their own; nothing is copied.</summary>
internal sealed class ImageSubset : ImageSet
{
    private readonly ImageSet source;
    private readonly int[] indices;

    public ImageSubset(ImageSet source, int[] indices)
        : this(source, indices, [.. indices.Select(i => source.Labels[i])], source.Classes) { }

    public ImageSubset(ImageSet source, int[] indices, int[] labels, IReadOnlyList<string> classes)
        : base(source.Name, labels, classes, source.Boxes is { } boxes ? [.. indices.Select(i => boxes[i])] : null)
    {
        // A subset of a subset points at the pictures themselves, so that chains do not grow.
        var inner = source as ImageSubset;
        this.source = inner?.source ?? source;
        this.indices = inner is null ? indices : [.. indices.Select(i => inner.indices[i])];
    }

    public override (int Channels, int Height, int Width)? Shape => source.Shape;

    public override Picture Load(int index) => source.Load(indices[index]);

    public override string Describe(int index) => source.Describe(indices[index]);
}
