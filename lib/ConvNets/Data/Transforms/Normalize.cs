using System.Numerics;

namespace ConvNets.Data.Transforms;

/// <summary>Subtracts a mean from each channel and divides by a standard deviation (torchvision's <c>Normalize</c>).</summary>
/// <param name="Mean">One mean per channel, for values 0 to 1.</param>
/// <param name="Std">One standard deviation per channel.</param>
public sealed record Normalize(float[] Mean, float[] Std) : Transform
{
    /// <summary>With the statistics of a training set.</summary>
    public Normalize(ChannelStatistics statistics) : this(statistics.Mean, [.. statistics.Std.Select(std => Math.Max(std, 1e-6f))]) { }

    /// <summary>With the mean (0.485, 0.456, 0.406) and deviation (0.229, 0.224, 0.225) of ImageNet that torchvision's models expect.</summary>
    public static Normalize ImageNet { get; } = new([0.485f, 0.456f, 0.406f], [0.229f, 0.224f, 0.225f]);

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        if (Mean.Length != picture.Channels || Std.Length != picture.Channels)
            throw new DataException($"Normalize has {Mean.Length} means and {Std.Length} deviations, but the picture has {picture.Channels} channels.");
        for (var c = 0; c < picture.Channels; c++)
            ShiftAndScale(picture.Plane(c), Mean[c], Std[c]);
        return picture;
    }

    private static void ShiftAndScale(Span<float> plane, float mean, float std)
    {
        var i = 0;
        for (; i <= plane.Length - Vector<float>.Count; i += Vector<float>.Count)
            ((new Vector<float>(plane[i..]) - new Vector<float>(mean)) / new Vector<float>(std)).CopyTo(plane[i..]);
        for (; i < plane.Length; i++)
            plane[i] = (plane[i] - mean) / std;
    }
}

/// <summary>
/// Subtracts the mean picture of the training set, pixel by pixel, as AlexNet does (Krizhevsky et al. 2012, section 2).
/// </summary>
/// <param name="Mean">The mean picture, [C, H, W].</param>
public sealed record SubtractMeanPicture(float[] Mean) : Transform
{
    /// <summary>Averages all pictures of a set, which must be of one size.</summary>
    public static SubtractMeanPicture Fit(ImageSet set)
    {
        if (set.Shape is not (var c, var h, var w) || set.Count == 0)
            throw new DataException($"{set.Name}: a mean picture needs pictures of one size, and at least one.");
        var sum = new double[c * h * w];
        for (var i = 0; i < set.Count; i++)
        {
            var picture = set.Load(i);
            var values = picture.Values;
            for (var k = 0; k < sum.Length; k++)
                sum[k] += values[k];
            picture.Recycle();
        }
        return new SubtractMeanPicture([.. sum.Select(s => (float)(s / set.Count))]);
    }

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        var values = picture.Values;
        if (values.Length != Mean.Length)
            throw new DataException($"The mean picture has {Mean.Length} values, but the picture {picture.Channels}x{picture.Height}x{picture.Width}.");
        for (var i = 0; i < values.Length; i++)
            values[i] -= Mean[i];
        return picture;
    }
}

/// <summary>Subtracts from each picture its own mean over all pixels and channels, and with <paramref name="Scale"/> divides by its deviation.</summary>
/// <param name="Scale">Whether to divide by the standard deviation too.</param>
public sealed record PerImageMean(bool Scale = false) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        var (mean, norm) = Centre.Of(picture.Values);
        // The floor is that of TensorFlow's per_image_standardization: a flat picture stays finite.
        var count = picture.Values.Length;
        var factor = Scale ? 1 / Math.Max(norm / Math.Sqrt(count), 1 / Math.Sqrt(count)) : 1;
        Centre.Apply(picture.Values, mean, factor);
        return picture;
    }
}

/// <summary>
/// Global contrast normalisation: subtracts the picture's mean and scales it to the length <paramref name="Scale"/>, the preprocessing of
/// Maxout and Network in Network (Goodfellow et al. 2013, section 5.2), with pylearn2's scale of 55.
/// </summary>
/// <param name="Scale">The Euclidean length of the result.</param>
/// <param name="Epsilon">Pictures of less length are not scaled up.</param>
public sealed record GlobalContrastNormalization(double Scale = 55, double Epsilon = 1e-8) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        var (mean, norm) = Centre.Of(picture.Values);
        Centre.Apply(picture.Values, mean, Scale / (norm < Epsilon ? 1 : norm));
        return picture;
    }
}

/// <summary>Mean and length of a picture as one vector.</summary>
internal static class Centre
{
    public static (double Mean, double Norm) Of(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        var mean = sum / values.Length;
        var square = 0.0;
        foreach (var value in values)
            square += (value - mean) * (value - mean);
        return (mean, Math.Sqrt(square));
    }

    public static void Apply(Span<float> values, double mean, double factor)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)((values[i] - mean) * factor);
    }
}
