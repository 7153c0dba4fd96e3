namespace ConvNets.Data.Transforms;

/// <summary>Cuts rectangles out of pictures; what lies outside the picture gets the fill value.</summary>
internal static class Cut
{
    public static Picture Rectangle(Picture picture, int top, int left, int height, int width, float fill = 0)
    {
        var cut = Picture.Create(picture.Channels, height, width);
        int firstX = Math.Max(0, -left), lastX = Math.Min(width, picture.Width - left);
        for (var c = 0; c < picture.Channels; c++)
        {
            for (var y = 0; y < height; y++)
            {
                var row = cut.Row(c, y);
                var from = y + top;
                if (from < 0 || from >= picture.Height || lastX <= firstX)
                {
                    row.Fill(fill);
                    continue;
                }
                row[..firstX].Fill(fill);
                picture.Row(c, from).Slice(firstX + left, lastX - firstX).CopyTo(row[firstX..]);
                row[lastX..].Fill(fill);
            }
        }
        if (picture.Box is { } box)
            cut.Box = box.Shift(-left, -top).Intersect(new Box(0, 0, width, height));
        return cut;
    }

    public static Picture Mirror(Picture picture)
    {
        for (var c = 0; c < picture.Channels; c++)
        {
            for (var y = 0; y < picture.Height; y++)
                picture.Row(c, y).Reverse();
        }
        picture.Box = picture.Box?.Mirror(picture.Width);
        return picture;
    }
}

/// <summary>The middle of the picture; where the picture is smaller, <c>0</c> around it (torchvision's <c>CenterCrop</c>).</summary>
/// <param name="Height">Rows of the result.</param>
/// <param name="Width">Columns of the result.</param>
public sealed record CenterCrop(int Height, int Width) : Transform
{
    /// <summary>A square of this side.</summary>
    public CenterCrop(int size) : this(size, size) { }

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        // torchvision rounds half to even, as Python does, and pads the odd pixel at the right and bottom.
        var top = Height > picture.Height ? -((Height - picture.Height) / 2) : (int)Math.Round((picture.Height - Height) / 2.0);
        var left = Width > picture.Width ? -((Width - picture.Width) / 2) : (int)Math.Round((picture.Width - Width) / 2.0);
        return Cut.Rectangle(picture, top, left, Height, Width);
    }
}

/// <summary>Adds a border (torchvision's <c>Pad</c>).</summary>
/// <param name="Padding">Pixels on each side.</param>
/// <param name="Fill">Value of the border.</param>
public sealed record Pad(int Padding, float Fill = 0) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw) =>
        Cut.Rectangle(picture, -Padding, -Padding, picture.Height + 2 * Padding, picture.Width + 2 * Padding, Fill);
}

/// <summary>
/// A square at a random place of the padded picture (torchvision's <c>RandomCrop</c>). With 32 and padding 4 this is the augmentation of the
/// CIFAR residual networks (He et al. 2016, section 4.2); with 224 from 256 that of AlexNet (Krizhevsky et al. 2012, section 4.1), which has
/// 33 x 33 places, although the paper counts 32 x 32.
/// </summary>
/// <param name="Size">Side of the result.</param>
/// <param name="Padding">Pixels added on each side first.</param>
/// <param name="Fill">Value of the border.</param>
public sealed record RandomCrop(int Size, int Padding = 0, float Fill = 0) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        int spareY = picture.Height + 2 * Padding - Size, spareX = picture.Width + 2 * Padding - Size;
        if (spareY < 0 || spareX < 0)
        {
            throw new DataException(
                $"A crop of {Size}x{Size} does not fit into a picture of {picture.Height}x{picture.Width} with padding {Padding}; resize first or pad more.");
        }
        return Cut.Rectangle(picture, draw.Int(spareY + 1) - Padding, draw.Int(spareX + 1) - Padding, Size, Size, Fill);
    }
}

/// <summary>Mirrors left and right with probability <paramref name="P"/>.</summary>
/// <param name="P">How often, from 0 to 1.</param>
public sealed record RandomHorizontalFlip(double P = 0.5) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw) => draw.Chance(P) ? Cut.Mirror(picture) : picture;
}

/// <summary>Mirrors top and bottom with probability <paramref name="P"/>.</summary>
/// <param name="P">How often, from 0 to 1.</param>
public sealed record RandomVerticalFlip(double P = 0.5) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        if (!draw.Chance(P))
            return picture;
        var spare = new float[picture.Width];
        for (var c = 0; c < picture.Channels; c++)
        {
            for (var y = 0; y < picture.Height / 2; y++)
            {
                Span<float> upper = picture.Row(c, y), lower = picture.Row(c, picture.Height - 1 - y);
                upper.CopyTo(spare);
                lower.CopyTo(upper);
                spare.CopyTo(lower);
            }
        }
        if (picture.Box is { } box)
            picture.Box = new Box(box.X0, picture.Height - box.Y1, box.X1, picture.Height - box.Y0);
        return picture;
    }
}
