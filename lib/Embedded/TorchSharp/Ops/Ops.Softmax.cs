namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>exp(x) / sum(exp(x)) along a dimension.</summary>
    public static Tensor Softmax(Tensor input, long dim) => SoftmaxForward(input, dim, log: false);

    /// <summary>x - log(sum(exp(x))) along a dimension.</summary>
    public static Tensor LogSoftmax(Tensor input, long dim) => SoftmaxForward(input, dim, log: true);

    private static unsafe Tensor SoftmaxForward(Tensor input, long dim, bool log)
    {
        var d = Shapes.Dim(dim, input.Impl.Shape, log ? "log_softmax" : "softmax");
        if (IsHalf(input)) return HalfSoftmax(input, dim, log);
        var (outer, size, inner) = Around(input.Impl.Shape, d);
        using var x = RowMajor(input);
        var output = Tensor.Allocate(input.Impl.Shape, input.dtype, operation: "softmax");
        if (output.Impl.Count > 0)
            switch (input.dtype)
            {
                case ScalarType.Float32: Kernels.Loss.Softmax.Forward(log, outer, size, inner, x.Pointer<float>(), output.Pointer<float>()); break;
                case ScalarType.Float64: Kernels.Loss.Softmax.Forward(log, outer, size, inner, x.Pointer<double>(), output.Pointer<double>()); break;
                default: throw Dtypes.NotImplementedFor(log ? "log_softmax" : "softmax", input.dtype);
            }
        return GradMode.Needs(input) ? new SoftmaxBackward(log, d, input, output).Attach(output) : output;
    }

    public static unsafe Tensor SoftmaxGradient(bool log, int dim, Tensor output, Tensor grad)
    {
        var (outer, size, inner) = Around(output.Impl.Shape, dim);
        using var y = RowMajor(output);
        using var g = RowMajor(grad);
        var dx = Tensor.Allocate(output.Impl.Shape, output.dtype);
        if (dx.Impl.Count == 0) return dx;
        if (output.dtype == ScalarType.Float32) Kernels.Loss.Softmax.Backward(log, outer, size, inner, y.Pointer<float>(), g.Pointer<float>(), dx.Pointer<float>());
        else Kernels.Loss.Softmax.Backward(log, outer, size, inner, y.Pointer<double>(), g.Pointer<double>(), dx.Pointer<double>());
        return dx;
    }

    private static (long Outer, long Size, long Inner) Around(long[] shape, int dim) =>
        shape.Length == 0 ? (1, 1, 1) : (Shapes.Count(shape.AsSpan(..dim)), shape[dim], Shapes.Count(shape.AsSpan(dim + 1)));
}
