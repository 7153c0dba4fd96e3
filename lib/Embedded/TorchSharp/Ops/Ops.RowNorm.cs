using System.Numerics;
using TorchSharp.Kernels.Norm;

namespace TorchSharp.Core;

/// <summary>Group and layer normalisation.</summary>
internal static partial class Ops
{
    /// <summary>Normalises the rows that the input consists of; the shape of the parameters broadcasts to the input's.</summary>
    public static Tensor NormalizeRows(string op, RowNorm rows, long[] parameterShape, Tensor input, Tensor? weight, Tensor? bias, double eps)
    {
        if (IsHalf(input)) return HalfNormalizedRows(op, rows, parameterShape, input, weight, bias, eps);
        using var mean = Tensor.Allocate([rows.Rows], input.dtype);
        using var invStd = Tensor.Allocate([rows.Rows], input.dtype);
        var output = Tensor.Allocate(input.Impl.Shape, input.dtype, operation: op);
        switch (input.dtype)
        {
            case ScalarType.Float32: Kernel<float>(); break;
            case ScalarType.Float64: Kernel<double>(); break;
            default: throw Dtypes.NotImplementedFor(op, input.dtype);
        }
        return GradMode.Needs(input, weight, bias) ? new RowNormBackward(op, rows, parameterShape, eps, input, weight, bias, mean, invStd).Attach(output) : output;

        unsafe void Kernel<T>() where T : unmanaged, IFloatingPointIeee754<T>
        {
            using var x = RowMajor(input);
            using var w = RowMajorOptional(weight);
            using var b = RowMajorOptional(bias);
            rows.Forward(x.Pointer<T>(), PointerOrNull<T>(w), PointerOrNull<T>(b), eps, output.Pointer<T>(), mean.Pointer<T>(), invStd.Pointer<T>());
        }
    }

    public static (Tensor? Input, Tensor? Weight, Tensor? Bias) NormalizeRowsGradient(RowNorm rows, Tensor input, Tensor grad, Tensor? weight, Tensor mean, Tensor invStd,
        bool needInput, long[]? weightShape, long[]? biasShape)
    {
        var dx = needInput ? Tensor.Allocate(input.Impl.Shape, input.dtype) : null;
        var dw = weightShape is null ? null : Tensor.Allocate(weightShape, input.dtype);
        var db = biasShape is null ? null : Tensor.Allocate(biasShape, input.dtype);
        if (input.dtype == ScalarType.Float32) Kernel<float>();
        else Kernel<double>();
        return (dx, dw, db);

        unsafe void Kernel<T>() where T : unmanaged, IFloatingPointIeee754<T>
        {
            using var x = RowMajor(input);
            using var g = RowMajor(grad);
            using var w = RowMajorOptional(weight);
            rows.Backward(x.Pointer<T>(), g.Pointer<T>(), PointerOrNull<T>(w), mean.Pointer<T>(), invStd.Pointer<T>(), PointerOrNull<T>(dx), PointerOrNull<T>(dw), PointerOrNull<T>(db));
        }
    }
}
