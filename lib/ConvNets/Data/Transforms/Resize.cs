namespace ConvNets.Data.Transforms;

/// <summary>Resizes the shorter side to <paramref name="Size"/> and keeps the proportions (torchvision's <c>Resize(size)</c>).</summary>
/// <param name="Size">The shorter side of the result.</param>
/// <param name="Interpolation">The filter.</param>
public sealed record Resize(int Size, Interpolation Interpolation = Interpolation.Bilinear) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw) => ShorterSide(picture, Size, Interpolation);

    internal static Picture ShorterSide(Picture picture, int size, Interpolation interpolation)
    {
        int shorter = Math.Min(picture.Height, picture.Width), longer = Math.Max(picture.Height, picture.Width);
        if (shorter == size)
            return picture;
        var other = (int)((long)size * longer / shorter);
        return picture.Height <= picture.Width
            ? Resampling.Resize(picture, size, other, interpolation)
            : Resampling.Resize(picture, other, size, interpolation);
    }
}

/// <summary>Resizes to exactly this height and width, whatever the proportions.</summary>
/// <param name="Height">Rows of the result.</param>
/// <param name="Width">Columns of the result.</param>
/// <param name="Interpolation">The filter.</param>
public sealed record ResizeTo(int Height, int Width, Interpolation Interpolation = Interpolation.Bilinear) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw) =>
        picture.Height == Height && picture.Width == Width ? picture : Resampling.Resize(picture, Height, Width, Interpolation);
}

/// <summary>
/// Scale jitter: resizes the shorter side to a length drawn evenly from <paramref name="Min"/> to <paramref name="Max"/>, as VGG trains with
/// 256 to 512 before its 224 crop (Simonyan and Zisserman 2015, section 3.1).
/// </summary>
/// <param name="Min">Smallest shorter side.</param>
/// <param name="Max">Largest shorter side.</param>
/// <param name="Interpolation">The filter.</param>
public sealed record ScaleJitter(int Min, int Max, Interpolation Interpolation = Interpolation.Bilinear) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw) =>
        Resize.ShorterSide(picture, Min + draw.Int(Max - Min + 1), Interpolation);
}

/// <summary>
/// A rectangle of random area and proportions, resized to a square: the training crop of GoogLeNet (Szegedy et al. 2015, section 6), in
/// torchvision's form (<c>RandomResizedCrop</c>): ten tries, then the largest central rectangle of allowed proportions.
/// </summary>
/// <param name="Size">Side of the result.</param>
/// <param name="MinScale">Least part of the area.</param>
/// <param name="MaxScale">Largest part of the area.</param>
/// <param name="MinRatio">Least width over height.</param>
/// <param name="MaxRatio">Largest width over height.</param>
/// <param name="Interpolation">The filter.</param>
public sealed record RandomResizedCrop(
    int Size, double MinScale = 0.08, double MaxScale = 1, double MinRatio = 3.0 / 4, double MaxRatio = 4.0 / 3,
    Interpolation Interpolation = Interpolation.Bilinear) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        var (top, left, height, width) = Choose(picture.Height, picture.Width, draw);
        var cut = Cut.Rectangle(picture, top, left, height, width);
        if (height == Size && width == Size)
            return cut;
        var resized = Resampling.Resize(cut, Size, Size, Interpolation);
        cut.Recycle();
        return resized;
    }

    internal (int Top, int Left, int Height, int Width) Choose(int height, int width, Draw draw)
    {
        double low = Math.Log(MinRatio), high = Math.Log(MaxRatio);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var area = (double)height * width * draw.Uniform(MinScale, MaxScale);
            var ratio = Math.Exp(draw.Uniform(low, high));
            int w = (int)Math.Round(Math.Sqrt(area * ratio)), h = (int)Math.Round(Math.Sqrt(area / ratio));
            if (w > 0 && w <= width && h > 0 && h <= height)
                return (draw.Int(height - h + 1), draw.Int(width - w + 1), h, w);
        }
        var own = (double)width / height;
        var (ch, cw) = own < MinRatio ? ((int)Math.Round(width / MinRatio), width)
            : own > MaxRatio ? (height, (int)Math.Round(height * MaxRatio)) : (height, width);
        return ((height - ch) / 2, (width - cw) / 2, Math.Max(1, ch), Math.Max(1, cw));
    }
}
