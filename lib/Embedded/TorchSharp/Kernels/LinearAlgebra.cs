using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Dense linear algebra on small row-major matrices in double precision. Golub and Van Loan, Matrix Computations, 2013:
/// LU with partial pivoting (3.4), Householder QR (5.2), cyclic Jacobi for symmetric eigenproblems (8.5), one-sided
/// Jacobi for singular values (8.6).
/// </summary>
internal static class LinearAlgebra
{
    /// <summary>Factors a [n, n] in place; returns the sign of the permutation, 0 where a is singular.</summary>
    public static int Lu(double[] a, int n, int[] pivots)
    {
        var (sign, zero) = Lu(a, n, n, pivots);
        return zero == 0 ? sign : 0;
    }

    /// <summary>Factors a [m, n] in place; returns the sign of the permutation and the place, from 1, of the first pivot that is zero, else 0.</summary>
    public static (int Sign, int Zero) Lu(double[] a, int m, int n, int[] pivots)
    {
        var (sign, zero) = (1, 0);
        for (var k = 0; k < Math.Min(m, n); k++)
        {
            var p = k;
            for (var i = k + 1; i < m; i++)
                if (Math.Abs(a[i * n + k]) > Math.Abs(a[p * n + k])) p = i;
            pivots[k] = p;
            if (p != k)
            {
                sign = -sign;
                for (var j = 0; j < n; j++) (a[k * n + j], a[p * n + j]) = (a[p * n + j], a[k * n + j]);
            }
            if (a[k * n + k] == 0)
            {
                if (zero == 0) zero = k + 1;
                continue;
            }
            for (var i = k + 1; i < m; i++)
            {
                var f = a[i * n + k] /= a[k * n + k];
                if (f == 0) continue;
                for (var j = k + 1; j < n; j++) a[i * n + j] -= f * a[k * n + j];
            }
        }
        return (sign, zero);
    }

    /// <summary>Solves with the factors of <see cref="Lu(double[], int, int[])"/>, b [n, columns] in place.</summary>
    public static void LuSolve(double[] lu, int n, int[] pivots, double[] b, int columns)
    {
        for (var k = 0; k < n; k++)
        {
            if (pivots[k] == k) continue;
            for (var c = 0; c < columns; c++) (b[k * columns + c], b[pivots[k] * columns + c]) = (b[pivots[k] * columns + c], b[k * columns + c]);
        }
        for (var i = 0; i < n; i++)
            for (var k = 0; k < i; k++) Subtract(b, i, k, columns, lu[i * n + k]);
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) Subtract(b, i, k, columns, lu[i * n + k]);
            for (var c = 0; c < columns; c++) b[i * columns + c] /= lu[i * n + i];
        }
    }

    private static void Subtract(double[] b, int row, int other, int columns, double factor)
    {
        for (var c = 0; c < columns; c++) b[row * columns + c] -= factor * b[other * columns + c];
    }

    /// <summary>The lower factor of a = L L^T in place; returns the order of the first leading minor that is not positive, else 0.</summary>
    public static int Cholesky(double[] a, int n)
    {
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                var sum = a[i * n + j];
                for (var k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
                if (i == j)
                {
                    if (!(sum > 0)) return j + 1;
                    a[j * n + j] = Math.Sqrt(sum);
                }
                else a[i * n + j] = sum / a[j * n + j];
            }
            for (var i = 0; i < j; i++) a[i * n + j] = 0;
        }
        return 0;
    }

    /// <summary>
    /// a [m, n] in place becomes R with the reflections I - tau v v^T below its diagonal, whose first element, 1, is not stored; returns
    /// their factors tau. Column and sign of each are LAPACK's.
    /// </summary>
    public static double[] Householder(double[] a, int m, int n)
    {
        var tau = new double[Math.Min(m, n)];
        for (var k = 0; k < tau.Length; k++)
        {
            double square = 0;
            for (var i = k + 1; i < m; i++) square += a[i * n + k] * a[i * n + k];
            if (square == 0) continue;
            var alpha = a[k * n + k];
            var beta = -Math.CopySign(Math.Sqrt(alpha * alpha + square), alpha);
            tau[k] = (beta - alpha) / beta;
            for (var i = k + 1; i < m; i++) a[i * n + k] /= alpha - beta;
            a[k * n + k] = beta;
            for (var j = k + 1; j < n; j++)
            {
                var dot = a[k * n + j];
                for (var i = k + 1; i < m; i++) dot += a[i * n + k] * a[i * n + j];
                a[k * n + j] -= tau[k] * dot;
                for (var i = k + 1; i < m; i++) a[i * n + j] -= tau[k] * dot * a[i * n + k];
            }
        }
        return tau;
    }

    /// <summary>a [m, n] = Q R: Q [m, m] and R [m, n] by Householder reflections.</summary>
    public static (double[] Q, double[] R) Qr(double[] a, int m, int n)
    {
        var r = (double[])a.Clone();
        var tau = Householder(r, m, n);
        var q = Identity(m);
        for (var k = tau.Length - 1; k >= 0; k--)
        {
            for (var j = k; j < m; j++)
            {
                var dot = q[k * m + j];
                for (var i = k + 1; i < m; i++) dot += r[i * n + k] * q[i * m + j];
                q[k * m + j] -= tau[k] * dot;
                for (var i = k + 1; i < m; i++) q[i * m + j] -= tau[k] * dot * r[i * n + k];
            }
        }
        for (var i = 1; i < m; i++)
            for (var j = 0; j < Math.Min(i, n); j++) r[i * n + j] = 0;
        return (q, r);
    }

    /// <summary>Eigenvalues of a symmetric matrix, rising, and eigenvectors as columns.</summary>
    public static (double[] Values, double[] Vectors) SymmetricEigen(double[] a, int n)
    {
        var v = Identity(n);
        for (var sweep = 0; sweep < 60; sweep++)
        {
            double off = 0, all = 0;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    all += a[i * n + j] * a[i * n + j];
                    if (i != j) off += a[i * n + j] * a[i * n + j];
                }
            }
            if (off <= n * 5e-32 * all || off == 0) break;
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    var apq = a[p * n + q];
                    if (Math.Abs(apq) < 1e-300) continue;
                    var theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
                    var t = Math.Sign(theta) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
                    if (theta == 0) t = 1;
                    var c = 1 / Math.Sqrt(t * t + 1);
                    Rotate(a, n, p, q, c, t * c);
                    Turn(v.AsSpan(p * n, n), v.AsSpan(q * n, n), c, t * c);
                }
            }
        }
        var values = new double[n];
        for (var i = 0; i < n; i++) values[i] = a[i * n + i];
        var order = Enumerable.Range(0, n).OrderBy(i => values[i]).ToArray();
        var vectors = new double[n * n];
        for (var j = 0; j < n; j++)
        {
            // The sign is free: the largest component is made positive, so that the result does not depend on the way.
            var largest = 0;
            for (var i = 1; i < n; i++)
                if (Math.Abs(v[order[j] * n + i]) > Math.Abs(v[order[j] * n + largest]) + 1e-12) largest = i;
            var sign = v[order[j] * n + largest] < 0 ? -1 : 1;
            for (var i = 0; i < n; i++) vectors[i * n + j] = sign * v[order[j] * n + i];
        }
        return ([.. order.Select(i => values[i])], vectors);
    }

    /// <summary>a [m, n] with m >= n: U [m, n] with orthonormal columns, falling singular values, V [n, n].</summary>
    public static (double[] U, double[] S, double[] V) Svd(double[] a, int m, int n)
    {
        // The columns of both factors lie in rows here, one after another in memory.
        var u = new double[n * m];
        for (var r = 0; r < m; r++)
            for (var j = 0; j < n; j++) u[j * m + r] = a[r * n + j];
        var v = Identity(n);
        // A dot product of m terms is known to so much of the product of the norms.
        var noise = 2.3e-16 * Math.Max(4, Math.Sqrt(m));
        for (var sweep = 0; sweep < 60; sweep++)
        {
            var rotated = false;
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Span<double> up = u.AsSpan(p * m, m), uq = u.AsSpan(q * m, m);
                    double alpha = Dot(up, up), beta = Dot(uq, uq), gamma = Dot(up, uq);
                    if (Math.Abs(gamma) <= noise * Math.Sqrt(alpha * beta) || gamma == 0) continue;
                    rotated = true;
                    var zeta = (beta - alpha) / (2 * gamma);
                    var t = (zeta >= 0 ? 1 : -1) / (Math.Abs(zeta) + Math.Sqrt(1 + zeta * zeta));
                    var c = 1 / Math.Sqrt(1 + t * t);
                    Turn(up, uq, c, c * t);
                    Turn(v.AsSpan(p * n, n), v.AsSpan(q * n, n), c, c * t);
                }
            }
            if (!rotated) break;
        }
        var s = new double[n];
        for (var j = 0; j < n; j++)
        {
            var column = u.AsSpan(j * m, m);
            s[j] = Math.Sqrt(Dot(column, column));
        }
        var order = Enumerable.Range(0, n).OrderByDescending(j => s[j]).ToArray();
        var (left, right) = (new double[m * n], new double[n * n]);
        for (var j = 0; j < n; j++)
        {
            var from = order[j];
            for (var i = 0; i < n; i++) right[i * n + j] = v[from * n + i];
            for (var i = 0; i < m; i++) left[i * n + j] = s[from] > 1e-300 ? u[from * m + i] / s[from] : 0;
        }
        var falling = order.Select(j => s[j]).ToArray();
        Complete(left, m, n, falling);
        return (left, falling, right);
    }

    // Columns of zero singular values are filled up to an orthonormal set.
    private static void Complete(double[] u, int m, int n, double[] s)
    {
        for (var j = 0; j < n; j++)
        {
            if (s[j] > 1e-14 * Math.Max(s[0], 1e-300)) continue;
            for (var e = 0; e < m; e++)
            {
                var w = new double[m];
                w[e] = 1;
                for (var pass = 0; pass < 2; pass++)
                {
                    for (var k = 0; k < j; k++)
                    {
                        double dot = 0;
                        for (var i = 0; i < m; i++) dot += w[i] * u[i * n + k];
                        for (var i = 0; i < m; i++) w[i] -= dot * u[i * n + k];
                    }
                }
                var norm = Math.Sqrt(w.Sum(x => x * x));
                if (norm < 0.1) continue;
                for (var i = 0; i < m; i++) u[i * n + j] = w[i] / norm;
                break;
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = Vector<double>.Zero;
        var i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count) sum += new Vector<double>(x[i..]) * new Vector<double>(y[i..]);
        var total = Vector.Sum(sum);
        for (; i < x.Length; i++) total += x[i] * y[i];
        return total;
    }

    // (x, y) becomes (c x - s y, s x + c y).
    private static void Turn(Span<double> x, Span<double> y, double c, double s)
    {
        Vector<double> vc = new(c), vs = new(s);
        var i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> a = new(x[i..]), b = new(y[i..]);
            (vc * a - vs * b).CopyTo(x[i..]);
            (vs * a + vc * b).CopyTo(y[i..]);
        }
        for (; i < x.Length; i++) (x[i], y[i]) = (c * x[i] - s * y[i], s * x[i] + c * y[i]);
    }

    private static double[] Identity(int n)
    {
        var a = new double[n * n];
        for (var i = 0; i < n; i++) a[i * n + i] = 1;
        return a;
    }

    private static void Columns(double[] a, int rows, int n, int p, int q, double c, double s)
    {
        for (var i = 0; i < rows; i++)
        {
            var (x, y) = (a[i * n + p], a[i * n + q]);
            a[i * n + p] = c * x - s * y;
            a[i * n + q] = s * x + c * y;
        }
    }

    private static void Rotate(double[] a, int n, int p, int q, double c, double s)
    {
        Columns(a, n, n, p, q, c, s);
        Turn(a.AsSpan(p * n, n), a.AsSpan(q * n, n), c, s);
    }
}
