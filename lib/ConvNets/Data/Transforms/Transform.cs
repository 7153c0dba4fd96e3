namespace ConvNets.Data.Transforms;

/// <summary>
/// A step between a stored picture and a network's input. A transform keeps no state: what it draws comes from the stream that it is given,
/// so that the same picture in the same epoch of the same seed is treated alike on any thread.
/// </summary>
/// <example><code>
/// record Invert : Transform
/// {
///     public override Picture Apply(Picture picture, Draw draw)
///     {
///         foreach (ref var value in picture.Values)
///             value = 1 - value;
///         return picture;
///     }
/// }
/// </code></example>
public abstract record Transform
{
    /// <summary>Returns the changed picture: the same object where the size stays, else a new one. The given one may be reused afterwards.</summary>
    public abstract Picture Apply(Picture picture, Draw draw);

    /// <summary>Applies transforms one after the other and gives the memory of the pictures in between back.</summary>
    public static Picture ApplyAll(IReadOnlyList<Transform> transforms, Picture picture, Draw draw)
    {
        foreach (var transform in transforms)
        {
            var next = transform.Apply(picture, draw);
            if (!ReferenceEquals(next, picture))
                picture.Recycle();
            picture = next;
        }
        return picture;
    }
}

/// <summary>Applies transforms one after the other (torchvision's <c>Compose</c>).</summary>
/// <param name="Transforms">The steps, first to last.</param>
public sealed record Compose(params IReadOnlyList<Transform> Transforms) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        // The first picture belongs to the caller, who recycles it.
        var current = picture;
        foreach (var transform in Transforms)
        {
            var next = transform.Apply(current, draw);
            if (!ReferenceEquals(next, current) && !ReferenceEquals(current, picture))
                current.Recycle();
            current = next;
        }
        return current;
    }
}

/// <summary>Applies a transform with probability <paramref name="P"/> (torchvision's <c>RandomApply</c>).</summary>
/// <param name="Inner">What to apply.</param>
/// <param name="P">How often, from 0 to 1.</param>
public sealed record RandomApply(Transform Inner, double P = 0.5) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw) => draw.Chance(P) ? Inner.Apply(picture, draw) : picture;
}
