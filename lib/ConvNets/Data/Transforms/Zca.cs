namespace ConvNets.Data.Transforms;

/// <summary>
/// ZCA whitening: multiplies a picture, as one vector less the mean, by E (D + eps)^(-1/2) E^T of the training set's covariance E D E^T. The
/// preprocessing of Maxout and Network in Network after <see cref="GlobalContrastNormalization"/> (Krizhevsky 2009, appendix A).
/// </summary>
/// <param name="Mean">The mean picture as a vector.</param>
/// <param name="Matrix">The whitening matrix, [D, D] with D = C x H x W.</param>
public sealed record Zca(float[] Mean, float[] Matrix) : Transform
{
    /// <summary>
    /// Measures mean and covariance of a set whose pictures go through <paramref name="before"/> first. The time grows with the cube of the
    /// pixels: minutes for 3x32x32 on two cores, milliseconds for small patches.
    /// </summary>
    /// <param name="set">Training pictures of one size.</param>
    /// <param name="epsilon">Added to every eigenvalue; 0.1 as in pylearn2.</param>
    /// <param name="before">Transforms without randomness that come before this one.</param>
    public static Zca Fit(ImageSet set, double epsilon = 0.1, params IReadOnlyList<Transform> before)
    {
        if (set.Count < 2)
            throw new DataException($"{set.Name}: whitening needs at least 2 pictures.");
        var vectors = new float[set.Count][];
        Parallel.For(0, set.Count, i =>
        {
            var picture = Transform.ApplyAll(before, set.Load(i), new Draw(0, i));
            vectors[i] = picture.Values.ToArray();
            picture.Recycle();
        });
        var size = vectors[0].Length;
        if (Array.Exists(vectors, vector => vector.Length != size))
            throw new DataException($"{set.Name}: whitening needs pictures of one size; resize them first.");

        var mean = new double[size];
        foreach (var vector in vectors)
        {
            for (var i = 0; i < size; i++)
                mean[i] += (double)vector[i] / set.Count;
        }
        return new Zca([.. mean.Select(m => (float)m)], Whitening(Covariance(vectors, mean), size, epsilon));
    }

    /// <summary>E (D + eps)^(-1/2) E^T for a covariance [n, n].</summary>
    public static float[] Whitening(double[] covariance, int n, double epsilon)
    {
        var (values, vectors) = SymmetricEigen.Of(covariance, n);
        // With the rows of E^T scaled by (d + eps)^(-1/4), the product is B^T B.
        var columns = new double[n * n];
        for (var k = 0; k < n; k++)
        {
            var scale = Math.Pow(Math.Max(values[k], 0) + epsilon, -0.25);
            for (var i = 0; i < n; i++)
                columns[i * n + k] = vectors[k * n + i] * scale;
        }
        var whitening = new float[n * n];
        Parallel.For(0, n, i =>
        {
            for (var j = 0; j <= i; j++)
                whitening[i * n + j] = whitening[j * n + i] = (float)Vectors.Dot(columns.AsSpan(i * n, n), columns.AsSpan(j * n, n));
        });
        return whitening;
    }

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Draw draw)
    {
        var size = Mean.Length;
        if (picture.Values.Length != size)
            throw new DataException($"The whitening was fitted to {size} values, but the picture is {picture.Channels}x{picture.Height}x{picture.Width}.");
        var centred = picture.Values.ToArray();
        for (var i = 0; i < size; i++)
            centred[i] -= Mean[i];
        var white = Picture.Create(picture.Channels, picture.Height, picture.Width, picture.Box);
        var values = white.Values;
        for (var i = 0; i < size; i++)
            values[i] = Vectors.Dot(Matrix.AsSpan(i * size, size), centred);
        return white;
    }

    private static double[] Covariance(float[][] vectors, double[] mean)
    {
        var n = mean.Length;
        // Columns of the data, centred, so that an entry is one product of two rows of memory.
        var columns = new float[n][];
        Parallel.For(0, n, i => columns[i] = [.. vectors.Select(vector => (float)(vector[i] - mean[i]))]);
        var covariance = new double[n * n];
        Parallel.For(0, n, i =>
        {
            for (var j = 0; j <= i; j++)
                covariance[i * n + j] = covariance[j * n + i] = Vectors.Dot(columns[i], columns[j]) / vectors.Length;
        });
        return covariance;
    }
}
