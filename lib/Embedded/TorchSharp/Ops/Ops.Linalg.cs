using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Linear algebra on batches of matrices, computed in double precision, with the derivatives that PyTorch has.</summary>
internal static partial class Ops
{
    /// <summary>The batch as double arrays, one for each matrix.</summary>
    private static double[][] Matrices(string op, Tensor x, bool square)
    {
        RequireMatrices(op, x);
        if (!Dtypes.IsFloating(x.dtype)) throw new ExternalException($"linalg.{op}: Expected a floating point or complex tensor as input. Got {Dtypes.CppName(x.dtype)}");
        var (m, n) = (x.Impl.Shape[^2], x.Impl.Shape[^1]);
        if (square && m != n) throw new ExternalException($"linalg.{op}: A must be batches of square matrices, but they are {m} by {n} matrices");
        using var mode = new GradModeGuard(false);
        var all = x.to_type(ScalarType.Float64).data<double>().ToArray();
        if (op is "svd" or "eigh" && !all.All(double.IsFinite)) throw new ExternalException($"linalg.{op}: The algorithm failed to converge because the input matrix contained non-finite values.");
        var size = (int)(m * n);
        var count = size == 0 ? 0 : all.Length / size;
        return [.. Enumerable.Range(0, count).Select(i => all[(i * size)..((i + 1) * size)])];
    }

    /// <summary>Refuses tensors without rows and columns.</summary>
    public static void RequireMatrices(string op, Tensor x)
    {
        if (x.ndim < 2) throw new ExternalException($"linalg.{op}: The input tensor A must have at least 2 dimensions, but its shape is {Shapes.Text(x.Impl.Shape)}.");
    }

    private static Tensor Joined(IEnumerable<double[]> parts, ScalarType dtype, params ReadOnlySpan<long> shape) =>
        Factory.Of<double>(parts.SelectMany(p => p).ToArray(), shape, dtype, null, false);

    private static long[] Batch(Tensor x) => x.Impl.Shape[..^2];

    public static Tensor Inverse(Tensor x)
    {
        RequireMatrices("inv", x);
        var n = (int)x.Impl.Shape[^1];
        var result = Joined(Matrices("inv", x, square: true).Select(a =>
        {
            var pivots = new int[n];
            if (LinearAlgebra.Lu(a, n, pivots) == 0) throw new ExternalException("linalg.inv: The diagonal element is zero, the inversion could not be completed because the input matrix is singular.");
            var b = new double[n * n];
            for (var i = 0; i < n; i++) b[i * n + i] = 1;
            LinearAlgebra.LuSolve(a, n, pivots, b, n);
            return b;
        }), x.dtype, x.Impl.Shape);
        return GradMode.Needs(x) ? UnaryBackward.OfOutput("LinalgInvExBackward0", x, result, static (g, y) => -y.mT.matmul(g).matmul(y.mT)).Attach(result) : result;
    }

    /// <summary>x with a x = b.</summary>
    public static Tensor Solve(Tensor a, Tensor b)
    {
        RequireMatrices("solve", a);
        if (b.ndim == 0) throw new ExternalException("linalg.solve: The input tensor B must have at least 1 dimension.");
        var vector = b.ndim == 1 || (a.ndim - 1 == b.ndim && b.Impl.Shape.AsSpan().SequenceEqual(a.Impl.Shape.AsSpan()[..^1]));
        if (vector) return Solve(a, b.unsqueeze(-1)).squeeze(-1);
        if (GradMode.Needs(a, b)) return Inverse(a).matmul(b);
        var n = (int)a.Impl.Shape[^1];
        var batch = Shapes.Broadcast(Batch(a), Batch(b), "linalg.solve");
        if (b.Impl.Shape[^2] != n) throw new ExternalException($"linalg.solve: Incompatible shapes of A and B for the equation AX = B ({Shapes.Text(a.Impl.Shape)} and {Shapes.Text(b.Impl.Shape)})");
        var columns = (int)b.Impl.Shape[^1];
        var left = Matrices("solve", a.expand([.. batch, n, n]), square: true);
        var right = Matrices("solve", b.expand([.. batch, n, columns]), square: false);
        for (var i = 0; i < left.Length; i++)
        {
            var pivots = new int[n];
            if (LinearAlgebra.Lu(left[i], n, pivots) == 0) throw new ExternalException("linalg.solve: The solver failed because the input matrix is singular.");
            LinearAlgebra.LuSolve(left[i], n, pivots, right[i], columns);
        }
        return Joined(right, a.dtype, [.. batch, n, columns]);
    }

    public static Tensor Determinant(Tensor x)
    {
        var (sign, log) = SignLogDet(x);
        var result = Joined([sign.Zip(log, (s, l) => s == 0 ? 0 : s * Math.Exp(l)).ToArray()], x.dtype, Batch(x));
        if (!GradMode.Needs(x)) return result;
        return UnaryBackward.OfInput("LinalgDetBackward0", x, static (g, a) => (g * Determinant(a)).unsqueeze(-1).unsqueeze(-1) * Inverse(a).mT).Attach(result);
    }

    /// <summary>The sign and the logarithm of the size of the determinant.</summary>
    public static (Tensor Sign, Tensor Log) SlogDet(Tensor x)
    {
        var (sign, log) = SignLogDet(x);
        var size = Joined([log], x.dtype, Batch(x));
        if (GradMode.Needs(x)) size = UnaryBackward.OfInput("LinalgSlogdetBackward0", x, static (g, a) => g.unsqueeze(-1).unsqueeze(-1) * Inverse(a).mT).Attach(size);
        return (Joined([sign], x.dtype, Batch(x)), size);
    }

    private static (double[] Sign, double[] Log) SignLogDet(Tensor x)
    {
        RequireMatrices("det", x);
        var n = (int)x.Impl.Shape[^1];
        var matrices = Matrices("det", x, square: true);
        var (sign, log) = (new double[matrices.Length], new double[matrices.Length]);
        for (var i = 0; i < matrices.Length; i++)
        {
            sign[i] = LinearAlgebra.Lu(matrices[i], n, new int[n]);
            for (var k = 0; k < n; k++)
            {
                var d = matrices[i][k * n + k];
                log[i] += sign[i] == 0 ? double.NegativeInfinity : Math.Log(Math.Abs(d));
                if (d < 0) sign[i] = -sign[i];
            }
        }
        return (sign, log);
    }

    public static Tensor Cholesky(Tensor x)
    {
        RequireMatrices("cholesky", x);
        var n = (int)x.Impl.Shape[^1];
        var result = Joined(Matrices("cholesky", x, square: true).Select(a => LinearAlgebra.Cholesky(a, n) == 0
            ? a : throw new ExternalException("linalg.cholesky: The factorization could not be completed because the input is not positive-definite.")), x.dtype, x.Impl.Shape);
        return GradMode.Needs(x) ? UnaryBackward.OfOutput("LinalgCholeskyExBackward0", x, result, static (g, l) =>
        {
            var phi = l.mT.matmul(g).tril();
            phi = phi - phi.diagonal(0, -2, -1).diag_embed() * 0.5;
            var inverse = Inverse(l);
            var s = inverse.mT.matmul(phi).matmul(inverse);
            return (s + s.mT) * 0.5;
        }).Attach(result) : result;
    }

    /// <summary>a = Q R; complete: Q is square.</summary>
    public static (Tensor Q, Tensor R) Qr(Tensor x, bool complete)
    {
        RequireMatrices("qr", x);
        var (m, n) = ((int)x.Impl.Shape[^2], (int)x.Impl.Shape[^1]);
        var needs = GradMode.Needs(x);
        if (needs && complete && m > n) throw new ExternalException($"linalg.qr: the QR decomposition is not differentiable when it is complete and there are more rows than columns ({m} by {n})");
        if (needs && m < n)
        {
            // The columns after the first m have no part in Q.
            var (square, first) = Qr(x.narrow(-1, 0, m), complete);
            return (square, Cat([first, square.mT.matmul(x.narrow(-1, m, n - m))], -1));
        }
        var factors = Matrices("qr", x, square: false).Select(a => LinearAlgebra.Qr(a, m, n)).ToArray();
        var q = Joined(factors.Select(f => f.Q), x.dtype, [.. Batch(x), m, m]);
        var r = Joined(factors.Select(f => f.R), x.dtype, [.. Batch(x), m, n]);
        var k = complete ? m : Math.Min(m, n);
        if (k < m) (q, r) = (q.narrow(-1, 0, k).contiguous(), r.narrow(-2, 0, k).contiguous());
        if (!needs) return (q, r);
        var outputs = new QrBackward(x, q, r).Attach(q, r);
        return (outputs[0], outputs[1]);
    }

    /// <summary>Eigenvalues, rising, and eigenvectors of symmetric matrices; one triangle is read.</summary>
    public static (Tensor Values, Tensor Vectors) SymmetricEigen(Tensor x, bool upper)
    {
        RequireMatrices("eigh", x);
        var n = (int)x.Impl.Shape[^1];
        var pairs = Matrices("eigh", x, square: true).Select(a =>
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (upper) a[i * n + j] = a[j * n + i];
                    else a[j * n + i] = a[i * n + j];
                }
            }
            return LinearAlgebra.SymmetricEigen(a, n);
        }).ToArray();
        var values = Joined(pairs.Select(p => p.Values), x.dtype, [.. Batch(x), n]);
        var vectors = Joined(pairs.Select(p => p.Vectors), x.dtype, x.Impl.Shape);
        if (!GradMode.Needs(x)) return (values, vectors);
        var outputs = new EighBackward(x, values, vectors).Attach(values, vectors);
        return (outputs[0], outputs[1]);
    }

    /// <summary>a = U diag(S) Vh.</summary>
    public static (Tensor U, Tensor S, Tensor Vh) Svd(Tensor x, bool full)
    {
        RequireMatrices("svd", x);
        var (m, n) = ((int)x.Impl.Shape[^2], (int)x.Impl.Shape[^1]);
        if (m < n)
        {
            var (v, singular, uh) = Svd(x.mT.contiguous(), full);
            return (uh.mT.contiguous(), singular, v.mT.contiguous());
        }
        var parts = Matrices("svd", x, square: false).Select(a => LinearAlgebra.Svd(a, m, n)).ToArray();
        var u = Joined(parts.Select(p => p.U), x.dtype, [.. Batch(x), m, n]);
        var s = Joined(parts.Select(p => p.S), x.dtype, [.. Batch(x), n]);
        var vt = Joined(parts.Select(p => p.V), x.dtype, [.. Batch(x), n, n]).mT.contiguous();
        if (GradMode.Needs(x))
        {
            var outputs = new SvdBackward(x, u, s, vt).Attach(u, s, vt);
            (u, s, vt) = (outputs[0], outputs[1], outputs[2]);
        }
        if (full && m > n)
        {
            // The columns that are missing complete the basis: those that QR adds.
            var (q, _) = Qr(u.detach(), complete: true);
            u = Cat([u, q.narrow(-1, n, m - n)], -1);
        }
        return (u, s, vt);
    }
}
