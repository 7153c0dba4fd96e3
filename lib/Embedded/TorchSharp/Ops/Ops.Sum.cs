using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Sums and means over dimensions.</summary>
internal static partial class Ops
{
    /// <summary>The sum over the dimensions (none given: all); whole numbers and bools are summed as int64.</summary>
    public static Tensor Sum(Tensor x, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type, bool mean = false, string? operation = null)
    {
        var dtype = type ?? (Dtypes.IsFloating(x.dtype) ? x.dtype : ScalarType.Int64);
        if (mean)
        {
            dtype = type ?? x.dtype;
            if (!Dtypes.IsFloating(dtype)) throw new ExternalException($"mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: {Dtypes.CppName(x.dtype)}; convert the tensor with to(torch.float32) or give the type argument");
        }
        var input = Cast(x, dtype).Tensor!;
        var mask = Shapes.Mask(dims, x.Impl.Shape, operation ?? (mean ? "mean" : "sum"));
        var impl = input.Impl;
        long count = 1;
        for (var d = 0; d < mask.Length; d++)
            if (mask[d]) count *= impl.Shape[d];
        double divisor = mean ? count : 1;
        var result = Tensor.Allocate(ReducedShape(impl.Shape, mask, keepdim: false), ComputeType(dtype));
        var operand = ((Operand)input).As(ComputeType(dtype)).Tensor!;
        var call = new SumCall(operand, result, mask, divisor);
        Dtypes.Dispatch(result.dtype, ref call);
        result = Finish("sum", result, null, dtype);
        if (keepdim) result = Reshaped(result, ReducedShape(impl.Shape, mask, keepdim: true));
        return GradMode.Needs(input) ? new SumBackward(mean ? "MeanBackward1" : "SumBackward1", input, mask, divisor).Attach(result) : result;
    }

    /// <summary>The shape after a reduction of the marked dimensions.</summary>
    public static long[] ReducedShape(long[] shape, bool[] mask, bool keepdim)
    {
        var result = new List<long>(shape.Length);
        for (var d = 0; d < shape.Length; d++)
        {
            if (!mask[d]) result.Add(shape[d]);
            else if (keepdim) result.Add(1);
        }
        return [.. result];
    }

    /// <summary>A fresh row-major tensor under another shape; the handle stays.</summary>
    private static Tensor Reshaped(Tensor fresh, long[] shape)
    {
        fresh.Impl.SetGeometry(shape, Shapes.Contiguous(shape), fresh.Impl.Offset);
        return fresh;
    }

    private static int[] Dims(bool[] mask, bool marked) => [.. Enumerable.Range(0, mask.Length).Where(d => mask[d] == marked)];

    private readonly unsafe struct SumCall(Tensor x, Tensor y, bool[] mask, double divisor) : INumericVisitor
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var impl = x.Impl;
            var kept = Dims(mask, false);
            var reduced = Dims(mask, true);
            if (impl.Count == 0)
            {
                if (divisor == 0) Fill(y, double.NaN);
                else FillZero(y);
                return;
            }
            ReduceSum.Execute(Pick(impl.Shape, kept), Pick(impl.Strides, kept), Pick(impl.Shape, reduced), Pick(impl.Strides, reduced), x.Pointer<T>(), y.Pointer<T>(), divisor);
        }

        private static long[] Pick(long[] values, int[] at)
        {
            var result = new long[at.Length];
            for (var i = 0; i < at.Length; i++) result[i] = values[at[i]];
            return result;
        }
    }
}
