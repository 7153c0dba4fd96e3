// Several crops of one picture, whose predictions are averaged at test time (Krizhevsky et al. 2012, section 4.1). Average the softmax outputs:
// the mean of softmaxes is not the softmax of the mean.
namespace ConvNets.Data.Transforms;

/// <summary>Makes several pictures of one, all of one size.</summary>
public abstract record ViewTransform
{
    /// <summary>How many pictures come out.</summary>
    public abstract int Count { get; }

    /// <summary>The views, in a fixed order; the given picture stays as it is.</summary>
    public abstract IReadOnlyList<Picture> Apply(Picture picture);

    /// <summary>A copy of every view and its mirror image, view first.</summary>
    protected static IReadOnlyList<Picture> WithMirrors(IEnumerable<Picture> views) =>
        [.. views.SelectMany(view => new[] { view, Cut.Mirror(view.Clone()) })];

    internal static IEnumerable<Picture> Corners(Picture picture, int size)
    {
        int down = picture.Height - size, across = picture.Width - size;
        if (down < 0 || across < 0)
            throw new DataException($"A crop of {size}x{size} does not fit into a picture of {picture.Height}x{picture.Width}; resize first.");
        yield return Cut.Rectangle(picture, 0, 0, size, size);
        yield return Cut.Rectangle(picture, 0, across, size, size);
        yield return Cut.Rectangle(picture, down, 0, size, size);
        yield return Cut.Rectangle(picture, down, across, size, size);
        yield return Cut.Rectangle(picture, (int)Math.Round(down / 2.0), (int)Math.Round(across / 2.0), size, size);
    }
}

/// <summary>Top left, top right, bottom left, bottom right, centre (torchvision's <c>FiveCrop</c>).</summary>
/// <param name="Size">Side of the squares.</param>
public sealed record FiveCrop(int Size) : ViewTransform
{
    /// <inheritdoc/>
    public override int Count => 5;

    /// <inheritdoc/>
    public override IReadOnlyList<Picture> Apply(Picture picture) => [.. Corners(picture, Size)];
}

/// <summary>The five crops, then the five crops of the mirrored picture (torchvision's <c>TenCrop</c>; AlexNet's ten test patches).</summary>
/// <param name="Size">Side of the squares; 224 of 256 in AlexNet.</param>
public sealed record TenCrop(int Size) : ViewTransform
{
    /// <inheritdoc/>
    public override int Count => 10;

    /// <inheritdoc/>
    public override IReadOnlyList<Picture> Apply(Picture picture)
    {
        var mirrored = Cut.Mirror(picture.Clone());
        IReadOnlyList<Picture> views = [.. Corners(picture, Size), .. Corners(mirrored, Size)];
        mirrored.Recycle();
        return views;
    }
}

/// <summary>
/// A grid of crops, each with its mirror image: 5 x 5 x 2 = 50 for one scale of VGG's multi-crop evaluation (Simonyan and Zisserman 2015,
/// section 3.2).
/// </summary>
/// <param name="Size">Side of the squares.</param>
/// <param name="Grid">Crops along each side, spread evenly.</param>
public sealed record GridCrop(int Size, int Grid = 5) : ViewTransform
{
    /// <inheritdoc/>
    public override int Count => 2 * Grid * Grid;

    /// <inheritdoc/>
    public override IReadOnlyList<Picture> Apply(Picture picture)
    {
        int down = picture.Height - Size, across = picture.Width - Size;
        if (down < 0 || across < 0)
            throw new DataException($"A crop of {Size}x{Size} does not fit into a picture of {picture.Height}x{picture.Width}; resize first.");
        var steps = Math.Max(1, Grid - 1);
        return WithMirrors(
            from y in Enumerable.Range(0, Grid)
            from x in Enumerable.Range(0, Grid)
            select Cut.Rectangle(picture, down * y / steps, across * x / steps, Size, Size));
    }
}

/// <summary>
/// GoogLeNet's 144 crops (Szegedy et al. 2015, section 7): the shorter side at 4 scales; of each the left, centre and right square (top, centre
/// and bottom for portraits); of each square 4 corners, the centre, and the square itself resized; and all their mirror images.
/// </summary>
/// <param name="Size">Side of the crops; the scales are 256, 288, 320 and 352 for 224, and in proportion for others.</param>
public sealed record GoogLeNetCrops(int Size = 224) : ViewTransform
{
    /// <inheritdoc/>
    public override int Count => 144;

    /// <inheritdoc/>
    public override IReadOnlyList<Picture> Apply(Picture picture)
    {
        var views = new List<Picture>();
        foreach (var scale in new[] { 256, 288, 320, 352 })
        {
            var resized = Resize.ShorterSide(picture, scale * Size / 224, Interpolation.Bilinear);
            int side = Math.Min(resized.Height, resized.Width), down = resized.Height - side, across = resized.Width - side;
            for (var place = 0; place < 3; place++)
            {
                var square = Cut.Rectangle(resized, down * place / 2, across * place / 2, side, side);
                views.AddRange(Corners(square, Size));
                views.Add(Resampling.Resize(square, Size, Size, Interpolation.Bilinear));
                square.Recycle();
            }
            if (!ReferenceEquals(resized, picture))
                resized.Recycle();
        }
        return WithMirrors(views);
    }
}
