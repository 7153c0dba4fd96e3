namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>x / (k + alpha / size * sum of squares over neighbouring channels)^beta of [N, C, ...].</summary>
    public static unsafe Tensor LocalResponseNorm(Tensor input, long size, double alpha, double beta, double k)
    {
        if (input.Impl.Shape.Length < 3) throw new ExternalException($"local_response_norm: Expected 3D or higher dimensionality input (got {input.Impl.Shape.Length} dimensions)");
        if (size < 1) throw new ExternalException($"local_response_norm: size should be greater than zero, but got {size}");
        if (IsHalf(input)) return HalfLocalResponseNorm(input, size, alpha, beta, k);
        using var x = RowMajor(input);
        var (n, c, s) = ChannelView(input.Impl.Shape);
        var output = Tensor.Allocate(input.Impl.Shape, input.dtype);
        using var denominators = Tensor.Allocate(input.Impl.Shape, input.dtype);
        switch (input.dtype)
        {
            case ScalarType.Float32: Kernels.Norm.LocalResponseNorm.Forward(n, c, s, size, alpha, beta, k, x.Pointer<float>(), output.Pointer<float>(), denominators.Pointer<float>()); break;
            case ScalarType.Float64: Kernels.Norm.LocalResponseNorm.Forward(n, c, s, size, alpha, beta, k, x.Pointer<double>(), output.Pointer<double>(), denominators.Pointer<double>()); break;
            default: throw Dtypes.NotImplementedFor("local_response_norm", input.dtype);
        }
        return GradMode.Needs(input) ? new LocalResponseNormBackward(size, alpha, beta, k, input, denominators).Attach(output) : output;
    }

    public static unsafe Tensor LocalResponseNormGradient(long size, double alpha, double beta, Tensor input, Tensor grad, Tensor denominators)
    {
        using var x = RowMajor(input);
        using var g = RowMajor(grad);
        var (n, c, s) = ChannelView(input.Impl.Shape);
        var dx = Tensor.Allocate(input.Impl.Shape, input.dtype);
        if (input.dtype == ScalarType.Float32)
            Kernels.Norm.LocalResponseNorm.Backward(n, c, s, size, alpha, beta, x.Pointer<float>(), g.Pointer<float>(), denominators.Pointer<float>(), dx.Pointer<float>());
        else
            Kernels.Norm.LocalResponseNorm.Backward(n, c, s, size, alpha, beta, x.Pointer<double>(), g.Pointer<double>(), denominators.Pointer<double>(), dx.Pointer<double>());
        return dx;
    }
}
