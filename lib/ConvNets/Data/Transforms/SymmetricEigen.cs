// Eigenvalues and eigenvectors of a symmetric matrix: Householder reflections to tridiagonal form, then QL iterations with implicit shifts
// (Bowdler, Martin, Reinsch and Wilkinson 1968, "The QR and QL algorithms for symmetric matrices"). The eigenvectors are kept as rows, so that
// every inner loop runs along memory; big matrices use all cores.
using System.Numerics;

namespace ConvNets.Data.Transforms;

/// <summary>Decomposes symmetric matrices: colour covariances (3x3) and the covariances of ZCA (up to a few thousand rows).</summary>
internal static class SymmetricEigen
{
    /// <summary>Returns the eigenvalues in rising order and the eigenvectors as rows, [n, n].</summary>
    public static (double[] Values, double[] Vectors) Of(double[] matrix, int n)
    {
        var a = (double[])matrix.Clone();
        var diagonal = new double[n];
        var off = new double[n];
        var vectors = Tridiagonalise(a, n, diagonal, off);
        Iterate(diagonal, off, vectors, n);

        var order = Enumerable.Range(0, n).OrderBy(i => diagonal[i]).ToArray();
        var values = new double[n];
        var sorted = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            values[i] = diagonal[order[i]];
            Array.Copy(vectors, order[i] * n, sorted, i * n, n);
        }
        return (values, sorted);
    }

    /// <summary>Fills diagonal and off-diagonal (off[i] couples i and i + 1); returns the transposed transformation.</summary>
    private static double[] Tridiagonalise(double[] a, int n, double[] diagonal, double[] off)
    {
        var reflectors = new double[Math.Max(0, n - 2)][];
        var p = new double[n];
        for (var k = 0; k < n - 2; k++)
        {
            // v maps column k below the diagonal onto its first entry.
            var v = new double[n];
            Array.Copy(a, k * n + k + 1, v, k + 1, n - k - 1);
            var norm = Math.Sqrt(Dot(v, v));
            off[k] = v[k + 1] > 0 ? -norm : norm;
            v[k + 1] -= off[k];
            var square = Dot(v, v);
            if (square == 0)
                continue;
            var scale = Math.Sqrt(2 / square);
            for (var i = k + 1; i < n; i++)
                v[i] *= scale;
            reflectors[k] = v;

            // A <- (I - v v^T) A (I - v v^T) on what is left: a rank-two change of every row.
            Rows(k + 1, n, n - k, i => p[i] = Dot(a.AsSpan(i * n + k + 1, n - k - 1), v.AsSpan(k + 1)));
            var half = 0.5 * Dot(p.AsSpan(k + 1), v.AsSpan(k + 1));
            for (var i = k + 1; i < n; i++)
                p[i] -= half * v[i];
            Rows(k + 1, n, n - k, i =>
            {
                var row = a.AsSpan(i * n + k + 1, n - k - 1);
                AddScaled(row, -v[i], p.AsSpan(k + 1));
                AddScaled(row, -p[i], v.AsSpan(k + 1));
            });
        }
        if (n > 1)
            off[n - 2] = a[(n - 2) * n + n - 1];
        for (var i = 0; i < n; i++)
            diagonal[i] = a[i * n + i];

        // The rows of Q^T = ... H1 H0, gathered from the last reflector to the first so that each touches only what is filled already.
        var q = new double[n * n];
        for (var i = 0; i < n; i++)
            q[i * n + i] = 1;
        for (var k = n - 3; k >= 0; k--)
        {
            if (reflectors[k] is not { } v)
                continue;
            Rows(k + 1, n, n - k, i =>
            {
                var row = q.AsSpan(i * n + k + 1, n - k - 1);
                AddScaled(row, -Dot(row, v.AsSpan(k + 1)), v.AsSpan(k + 1));
            });
        }
        return q;
    }

    /// <summary>QL with implicit shifts; each sweep's rotations are gathered and then applied to the rows in column blocks.</summary>
    private static void Iterate(double[] d, double[] e, double[] vectors, int n)
    {
        double[] cosines = new double[n], sines = new double[n];
        // What rounding leaves of an eigenvalue of zero never falls below its neighbours, which are as small: the matrix sets the scale.
        var scale = 0.0;
        for (var i = 0; i < n; i++)
            scale = Math.Max(scale, Math.Abs(d[i]) + Math.Abs(e[i]));
        for (var l = 0; l < n; l++)
        {
            for (var sweep = 0; ; sweep++)
            {
                var m = l;
                while (m < n - 1 && Math.Abs(e[m]) > 1e-16 * Math.Max(scale, Math.Abs(d[m]) + Math.Abs(d[m + 1])))
                    m++;
                if (m == l)
                    break;
                if (sweep == 60)
                    throw new DataException("The covariance has values from which no eigenvalues can be found; are there NaN or infinite pixels?");

                var g = (d[l + 1] - d[l]) / (2 * e[l]);
                var r = Math.Sqrt(g * g + 1);
                g = d[m] - d[l] + e[l] / (g + (g >= 0 ? r : -r));
                double s = 1, c = 1, p = 0;
                var first = l;
                for (var i = m - 1; i >= l; i--)
                {
                    double f = s * e[i], b = c * e[i];
                    r = Math.Sqrt(f * f + g * g);
                    e[i + 1] = r;
                    if (r == 0)
                    {
                        d[i + 1] -= p;
                        e[m] = 0;
                        first = i + 1;
                        break;
                    }
                    (s, c) = (f / r, g / r);
                    g = d[i + 1] - p;
                    r = (d[i] - g) * s + 2 * c * b;
                    p = s * r;
                    d[i + 1] = g + p;
                    g = c * r - b;
                    (cosines[i], sines[i]) = (c, s);
                }
                Rotate(vectors, n, first, m, cosines, sines);
                if (first > l)
                    continue;
                d[l] -= p;
                e[l] = g;
                e[m] = 0;
            }
        }
    }

    private static void Rotate(double[] vectors, int n, int first, int last, double[] cosines, double[] sines)
    {
        const int block = 256;
        var blocks = (n + block - 1) / block;
        Rows(0, blocks, (last - first) * (long)n / 64, k =>
        {
            int start = k * block, length = Math.Min(block, n - start);
            for (var i = last - 1; i >= first; i--)
                RotateRows(vectors.AsSpan(i * n + start, length), vectors.AsSpan((i + 1) * n + start, length), cosines[i], sines[i]);
        });
    }

    private static void RotateRows(Span<double> upper, Span<double> lower, double c, double s)
    {
        var i = 0;
        for (; i <= upper.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var u = new Vector<double>(upper[i..]);
            var w = new Vector<double>(lower[i..]);
            (s * u + c * w).CopyTo(lower[i..]);
            (c * u - s * w).CopyTo(upper[i..]);
        }
        for (; i < upper.Length; i++)
            (upper[i], lower[i]) = (c * upper[i] - s * lower[i], s * upper[i] + c * lower[i]);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = Vector<double>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
            sum += new Vector<double>(a[i..]) * new Vector<double>(b[i..]);
        var total = Vector.Sum(sum);
        for (; i < a.Length; i++)
            total += a[i] * b[i];
        return total;
    }

    private static void AddScaled(Span<double> a, double scale, ReadOnlySpan<double> b)
    {
        var i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(a[i..]) + scale * new Vector<double>(b[i..])).CopyTo(a[i..]);
        for (; i < a.Length; i++)
            a[i] += scale * b[i];
    }

    private static void Rows(int from, int to, long weight, Action<int> body)
    {
        if (weight < 256)
        {
            for (var i = from; i < to; i++)
                body(i);
        }
        else
        {
            Parallel.For(from, to, body);
        }
    }
}
