using System.Numerics;
using TorchSharp.Kernels.Gemm;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>The product of two matrices [M, K] and [K, N].</summary>
    public static Tensor Mm(Tensor a, Tensor b)
    {
        long[] x = a.Impl.Shape, y = b.Impl.Shape;
        if (x.Length != 2 || y.Length != 2)
            throw new ExternalException($"mm: both arguments have to be matrices, but they are of size {Shapes.Text(x)} and {Shapes.Text(y)}");
        CheckProduct("mm", a, b);
        if (IsHalf(a)) return HalfMm(a, b);
        var c = Tensor.Allocate([x[0], y[1]], a.dtype, operation: "mm");
        MultiplyInto("mm", c, a, b, accumulate: false);
        return GradMode.Needs(a, b) ? new MatmulBackward("MmBackward0", a, b).Attach(c) : c;
    }

    /// <summary>The products of two batches of matrices [B, M, K] and [B, K, N].</summary>
    public static Tensor Bmm(Tensor a, Tensor b)
    {
        long[] x = a.Impl.Shape, y = b.Impl.Shape;
        if (x.Length != 3 || y.Length != 3 || x[0] != y[0])
            throw new ExternalException($"bmm: both arguments have to be batches of as many matrices, but they are of size {Shapes.Text(x)} and {Shapes.Text(y)}");
        CheckProduct("bmm", a, b);
        if (IsHalf(a)) return HalfBmm(a, b);
        var c = Tensor.Allocate([x[0], x[1], y[2]], a.dtype, operation: "bmm");
        for (long i = 0; i < x[0]; i++)
        {
            using var ci = Slice(c, i);
            using var ai = Slice(a, i);
            using var bi = Slice(b, i);
            MultiplyInto("bmm", ci, ai, bi, accumulate: false);
        }
        return GradMode.Needs(a, b) ? new MatmulBackward("BmmBackward0", a, b).Attach(c) : c;

        static Tensor Slice(Tensor t, long i) =>
            t.Alias(t.Impl.Shape[1..], t.Impl.Strides[1..], t.Impl.Offset + i * t.Impl.Strides[0]);
    }

    /// <summary>
    /// The matrix product of vectors, matrices or batches: a vector on the left is a row, on the right a column, and the
    /// batch dimensions are broadcast.
    /// </summary>
    public static Tensor Matmul(Tensor a, Tensor b)
    {
        int ra = a.Impl.Shape.Length, rb = b.Impl.Shape.Length;
        if (ra == 0 || rb == 0)
            throw new ExternalException($"both arguments to matmul need to be at least 1D, but they are {ra}D and {rb}D: shapes {Shapes.Text(a.Impl.Shape)} and {Shapes.Text(b.Impl.Shape)}");
        CheckInner(a, b);
        if (ra == 2 && rb == 2) return Mm(a, b);
        using var scope = NewDisposeScope();
        var result = ra == 1 && rb == 1 ? Mm(a.unsqueeze(0), b.unsqueeze(1)).reshape([])
            : ra == 1 ? Matmul(a.unsqueeze(0), b).squeeze(-2)
            : rb == 1 ? Matmul(a, b.unsqueeze(1)).squeeze(-1)
            : rb == 2 ? Folded(a, b)
            : Batched(a, b);
        return result.MoveToOuterDisposeScope();
    }

    /// <summary>beta input + alpha a b, the input broadcast to the product.</summary>
    public static Tensor Addmm(Tensor input, Tensor a, Tensor b, double beta = 1, double alpha = 1)
    {
        if (a.ndim == 2 && b.ndim == 2) CheckProduct("addmm", a, b);
        using var product = Mm(a, b);
        return Blend(input, product, beta, alpha);
    }

    /// <summary>beta input + alpha product; factors of 1 keep whole numbers whole, and what is multiplied by 0 does not count, not even as NaN.</summary>
    public static Tensor Blend(Tensor input, Tensor product, double beta, double alpha)
    {
        using var scaled = alpha == 1 ? product.alias() : product * alpha;
        if (beta == 0) return scaled.expand(Shapes.Broadcast(input.Impl.Shape, product.Impl.Shape)).alias();
        using var start = beta == 1 ? input.alias() : input * beta;
        return start + scaled;
    }

    /// <summary>c (+)= a b for matrices of any strides, c with contiguous rows; no graph.</summary>
    public static void MultiplyInto(string op, Tensor c, Tensor a, Tensor b, bool accumulate)
    {
        switch (c.dtype)
        {
            case ScalarType.Float32: Packed<float>(c, a, b, accumulate); break;
            case ScalarType.Float64: Packed<double>(c, a, b, accumulate); break;
            case ScalarType.Bool: throw Dtypes.NotImplementedFor(op, c.dtype);
            default:
                var call = new PlainProductCall(c, a, b, accumulate);
                Dtypes.Dispatch(c.dtype, ref call);
                break;
        }
    }

    private static unsafe void Packed<T>(Tensor c, Tensor a, Tensor b, bool accumulate) where T : unmanaged
    {
        long[] sa = a.Impl.Strides, sb = b.Impl.Strides;
        MatrixProduct.Run(a.Impl.Shape[0], b.Impl.Shape[1], a.Impl.Shape[1], new Matrix<T>(a.Pointer<T>(), sa[0], sa[1]),
            new Matrix<T>(b.Pointer<T>(), sb[0], sb[1]), c.Pointer<T>(), Math.Max(c.Impl.Strides[0], 1), accumulate);
    }

    // The last dimension of the first is summed with the one before the last of the second.
    private static void CheckInner(Tensor a, Tensor b)
    {
        long[] x = a.Impl.Shape, y = b.Impl.Shape;
        if (x[^1] != (y.Length == 1 ? y[0] : y[^2]))
            throw new ExternalException(x.Length == 2 && y.Length == 2
                ? $"matmul: mat1 and mat2 shapes cannot be multiplied ({x[0]}x{x[1]} and {y[0]}x{y[1]})"
                : $"matmul: size mismatch, shapes {Shapes.Text(x)} and {Shapes.Text(y)}: the last dimension of the first has {x[^1]} elements, the {(y.Length == 1 ? "second" : "one before the last of the second")} {(y.Length == 1 ? y[0] : y[^2])}");
        if (a.dtype != b.dtype) throw new ExternalException($"matmul: expected both to have the same type, but they are {a.dtype} and {b.dtype}");
    }

    private static Tensor Folded(Tensor a, Tensor b)
    {
        var shape = a.Impl.Shape;
        return Mm(a.reshape(Shapes.Count(shape.AsSpan(..^1)), shape[^1]), b).view([.. shape[..^1], b.Impl.Shape[1]]);
    }

    private static Tensor Batched(Tensor a, Tensor b)
    {
        long[] x = a.Impl.Shape, y = b.Impl.Shape;
        var batch = Shapes.Broadcast(x.AsSpan(..^2), y.AsSpan(..^2), "matmul, batch dimensions");
        var count = Shapes.Count(batch);
        var left = a.expand([.. batch, x[^2], x[^1]]).reshape(count, x[^2], x[^1]);
        var right = b.expand([.. batch, y[^2], y[^1]]).reshape(count, y[^2], y[^1]);
        return Bmm(left, right).view([.. batch, x[^2], y[^1]]);
    }

    private static void CheckProduct(string op, Tensor a, Tensor b)
    {
        if (a.Impl.Shape[^1] != b.Impl.Shape[^2])
            throw new ExternalException($"{op}: mat1 and mat2 shapes cannot be multiplied ({a.Impl.Shape[^2]}x{a.Impl.Shape[^1]} and {b.Impl.Shape[^2]}x{b.Impl.Shape[^1]})");
        if (a.dtype != b.dtype) throw new ExternalException($"{op}: expected both matrices to have the same type, but they are {a.dtype} and {b.dtype}");
    }

    private readonly unsafe struct PlainProductCall(Tensor c, Tensor a, Tensor b, bool accumulate) : INumericVisitor
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            long[] sa = a.Impl.Strides, sb = b.Impl.Strides, sc = c.Impl.Strides;
            T* pa = a.Pointer<T>(), pb = b.Pointer<T>(), pc = c.Pointer<T>();
            for (long i = 0; i < a.Impl.Shape[0]; i++)
                for (long j = 0; j < b.Impl.Shape[1]; j++)
                {
                    var sum = accumulate ? pc[i * sc[0] + j * sc[1]] : T.Zero;
                    for (long k = 0; k < a.Impl.Shape[1]; k++) sum += pa[i * sa[0] + k * sa[1]] * pb[k * sb[0] + j * sb[1]];
                    pc[i * sc[0] + j * sc[1]] = sum;
                }
        }
    }
}
