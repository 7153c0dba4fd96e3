namespace ConvNets.Data.Transforms;

/// <summary>Luminance in one plane, or repeated in three (torchvision's <c>Grayscale</c>: 0.2989 R + 0.587 G + 0.114 B).</summary>
/// <param name="Channels">1 or 3 planes in the result.</param>
public sealed record Grayscale(int Channels = 1) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        if (picture.Channels == Channels && Channels == 1)
            return picture;
        var grey = Picture.Create(Channels, picture.Height, picture.Width, picture.Box);
        Colours.Luminance(picture, grey.Plane(0));
        for (var c = 1; c < Channels; c++)
            grey.Plane(0).CopyTo(grey.Plane(c));
        return grey;
    }
}

/// <summary>
/// Photometric distortion (Howard 2013, "Some improvements on deep convolutional neural network based image classification"): brightness,
/// contrast, saturation and hue by random factors in a random order, in the form of torchvision's <c>ColorJitter</c>.
/// </summary>
/// <param name="Brightness">The factor is drawn from 1 - b to 1 + b.</param>
/// <param name="Contrast">The factor is drawn from 1 - c to 1 + c.</param>
/// <param name="Saturation">The factor is drawn from 1 - s to 1 + s.</param>
/// <param name="Hue">The shift is drawn from -h to h turns; at most 0.5.</param>
public sealed record ColorJitter(double Brightness = 0, double Contrast = 0, double Saturation = 0, double Hue = 0) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        foreach (var step in draw.Permutation(4))
        {
            switch (step)
            {
                case 0 when Brightness > 0:
                    Colours.AdjustBrightness(picture, (float)Factor(Brightness));
                    break;
                case 1 when Contrast > 0:
                    Colours.AdjustContrast(picture, (float)Factor(Contrast));
                    break;
                case 2 when Saturation > 0:
                    Colours.AdjustSaturation(picture, (float)Factor(Saturation));
                    break;
                case 3 when Hue > 0:
                    Colours.AdjustHue(picture, (float)draw.Uniform(-Hue, Hue));
                    break;
            }
        }
        return picture;

        double Factor(double strength) => draw.Uniform(Math.Max(0, 1 - strength), 1 + strength);
    }
}

/// <summary>
/// PCA colour augmentation (Krizhevsky et al. 2012, section 4.1): adds [p1 p2 p3][a1 l1, a2 l2, a3 l3]^T to every pixel, with the
/// eigenvectors p and eigenvalues l of the covariance of RGB over the training set, and a drawn once per picture from N(0, sigma^2).
/// Taken literally: l is the eigenvalue, not its root.
/// </summary>
/// <param name="Eigenvalues">Three eigenvalues, for pixels 0 to 1.</param>
/// <param name="Eigenvectors">Three by three, row by row; the columns are the eigenvectors.</param>
/// <param name="Sigma">Standard deviation of a; 0.1 in the paper.</param>
public sealed record PcaColour(float[] Eigenvalues, float[] Eigenvectors, double Sigma = 0.1) : Transform
{
    /// <summary>The values for ImageNet that fb.resnet.torch publishes.</summary>
    public static PcaColour ImageNet { get; } = new(
        [0.2175f, 0.0188f, 0.0045f],
        [-0.5675f, 0.7192f, 0.4009f, -0.5808f, -0.0045f, -0.8140f, -0.5836f, -0.6948f, 0.4203f]);

    /// <summary>Measures the covariance of the colours of a set (at most 10,000 of its pictures).</summary>
    public static PcaColour Fit(ImageSet set, double sigma = 0.1)
    {
        var (values, vectors) = SymmetricEigen.Of(Colours.Covariance(set), 3);
        // Largest first, as the paper numbers them; eigenvectors come as rows.
        var flat = new float[9];
        for (var k = 0; k < 3; k++)
        {
            for (var c = 0; c < 3; c++)
                flat[c * 3 + k] = (float)vectors[(2 - k) * 3 + c];
        }
        return new PcaColour([(float)values[2], (float)values[1], (float)values[0]], flat, sigma);
    }

    /// <summary>What is added to red, green and blue for given a.</summary>
    public (float R, float G, float B) Shift(double a1, double a2, double a3)
    {
        Span<double> parts = [a1 * Eigenvalues[0], a2 * Eigenvalues[1], a3 * Eigenvalues[2]];
        Span<float> shift = stackalloc float[3];
        for (var c = 0; c < 3; c++)
            shift[c] = (float)(Eigenvectors[3 * c] * parts[0] + Eigenvectors[3 * c + 1] * parts[1] + Eigenvectors[3 * c + 2] * parts[2]);
        return (shift[0], shift[1], shift[2]);
    }

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        Colours.RequireRgb(picture, nameof(PcaColour));
        var (r, g, b) = Shift(draw.Normal(0, Sigma), draw.Normal(0, Sigma), draw.Normal(0, Sigma));
        Add(picture.Plane(0), r);
        Add(picture.Plane(1), g);
        Add(picture.Plane(2), b);
        return picture;

        static void Add(Span<float> plane, float shift)
        {
            foreach (ref var value in plane)
                value += shift;
        }
    }
}

/// <summary>
/// Cutout (DeVries and Taylor 2017, "Improved regularization of convolutional neural networks with cutout"): blanks a square around a random
/// pixel; the part outside the picture is lost.
/// </summary>
/// <param name="Size">Side of the square; 16 for CIFAR-10 in the paper.</param>
/// <param name="Fill">Its value; 0 is the mean after <see cref="Normalize"/>.</param>
public sealed record Cutout(int Size, float Fill = 0) : Transform
{
    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        int centreY = draw.Int(picture.Height), centreX = draw.Int(picture.Width);
        int top = Math.Max(0, centreY - Size / 2), bottom = Math.Min(picture.Height, centreY - Size / 2 + Size);
        int left = Math.Max(0, centreX - Size / 2), right = Math.Min(picture.Width, centreX - Size / 2 + Size);
        for (var c = 0; c < picture.Channels; c++)
        {
            for (var y = top; y < bottom; y++)
                picture.Row(c, y)[left..right].Fill(Fill);
        }
        return picture;
    }
}
