using static TorchSharp.torch;

namespace ConvNets.Data.Transforms;

/// <summary>
/// ZCA whitening: multiplies a picture, as one vector less the mean, by E (D + eps)^(-1/2) E^T of the training set's covariance E D E^T. The
/// preprocessing of Maxout and Network in Network after <see cref="GlobalContrastNormalization"/> (Krizhevsky 2009, appendix A).
/// </summary>
/// <param name="Mean">The mean picture as a vector.</param>
/// <param name="Matrix">The whitening matrix, [D, D] with D = C x H x W.</param>
public sealed record Zca(float[] Mean, float[] Matrix) : Transform
{
    /// <summary>Pictures whose products are summed at once.</summary>
    private const int Chunk = 2048;

    /// <summary>Above this size the root is iterated with matrix products, below it comes from the eigenvalues.</summary>
    internal const int LargestByEigenvalues = 256;

    /// <summary>
    /// Measures mean and covariance of a set whose pictures go through <paramref name="before"/> first. The time grows with the cube of the
    /// values of a picture: about a minute for 3x32x32 on two cores.
    /// </summary>
    /// <param name="set">Training pictures of one size.</param>
    /// <param name="epsilon">Added to every eigenvalue; 0.1 as in pylearn2.</param>
    /// <param name="before">Transforms without randomness that come before this one.</param>
    public static Zca Fit(ImageSet set, double epsilon = 0.1, params IReadOnlyList<Transform> before)
    {
        if (set.Count < 2)
            throw new DataException($"{set.Name}: whitening needs at least 2 pictures.");
        // Sums of differences from the mean of the first pictures lose no digits to a common brightness.
        float[]? shift = null;
        double[] sum = [], products = [];
        for (var start = 0; start < set.Count; start += Chunk)
        {
            var rows = Load(set, start, Math.Min(Chunk, set.Count - start), before, shift?.Length);
            shift ??= [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Average(row => row[i]))];
            if (products.Length == 0)
                (sum, products) = (new double[shift.Length], new double[shift.Length * shift.Length]);
            Add(rows, shift, sum, products);
        }

        var n = sum.Length;
        var mean = new double[n];
        for (var i = 0; i < n; i++)
            mean[i] = sum[i] / set.Count;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                products[i * n + j] = products[i * n + j] / set.Count - mean[i] * mean[j];
        }
        return new Zca([.. mean.Select((m, i) => (float)(m + shift![i]))], Whitening(products, n, epsilon));
    }

    private static float[][] Load(ImageSet set, int start, int count, IReadOnlyList<Transform> before, int? length)
    {
        var rows = new float[count][];
        Parallel.For(0, count, i =>
        {
            var picture = Transform.ApplyAll(before, set.Load(start + i), new Draw(0, start + i));
            rows[i] = picture.Values.ToArray();
            picture.Recycle();
        });
        var size = length ?? rows[0].Length;
        return Array.Exists(rows, row => row.Length != size)
            ? throw new DataException($"{set.Name}: whitening needs pictures of one size; resize them first.")
            : rows;
    }

    private static void Add(float[][] rows, float[] shift, double[] sum, double[] products)
    {
        using var scope = NewDisposeScope();
        var n = shift.Length;
        var values = tensor([.. rows.SelectMany(row => row)], [rows.Length, n]) - tensor(shift);
        var centred = values.to(n <= LargestByEigenvalues ? ScalarType.Float64 : ScalarType.Float32);
        var columns = centred.sum([0]).to(ScalarType.Float64).data<double>().ToArray();
        var squares = centred.t().matmul(centred).to(ScalarType.Float64).contiguous().data<double>().ToArray();
        for (var i = 0; i < n; i++)
            sum[i] += columns[i];
        for (var i = 0; i < squares.Length; i++)
            products[i] += squares[i];
    }

    /// <summary>E (D + eps)^(-1/2) E^T for a covariance [n, n].</summary>
    public static float[] Whitening(double[] covariance, int n, double epsilon) =>
        n <= LargestByEigenvalues ? ByEigenvalues(covariance, n, epsilon) : ByIteration(covariance, n, epsilon);

    internal static float[] ByEigenvalues(double[] covariance, int n, double epsilon)
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

    /// <summary>
    /// The coupled Newton-Schulz iteration: Y to A^(1/2), Z to A^(-1/2) by products alone, which run at the engine's full speed.
    /// (Higham 2008, "Functions of matrices", section 6.7.)
    /// </summary>
    internal static float[] ByIteration(double[] covariance, int n, double epsilon)
    {
        using var scope = NewDisposeScope();
        var identity = eye(n);
        var a = tensor([.. covariance.Select(value => (float)value)], [n, n]) + identity * epsilon;
        var bound = a.square().sum().sqrt().item<float>();
        var (y, z) = (a / bound, identity.clone());
        var last = float.PositiveInfinity;
        for (var step = 0; step < 60; step++)
        {
            using var inner = NewDisposeScope();
            var error = identity - z.matmul(y);
            var size = error.abs().max().item<float>();
            if (size < 1e-6f || (size < 0.01f && size >= last))
                break;
            last = size;
            var factor = identity + error * 0.5;
            var (nextY, nextZ) = (y.matmul(factor), factor.matmul(z));
            (y, z) = (nextY.MoveToOuterDisposeScope(), nextZ.MoveToOuterDisposeScope());
        }
        return ((z + z.t()) * (0.5 / Math.Sqrt(bound))).contiguous().data<float>().ToArray();
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
}
