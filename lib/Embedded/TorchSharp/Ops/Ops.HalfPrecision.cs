using TorchSharp.Kernels.Conv;

namespace TorchSharp.Core;

/// <summary>
/// Networks in half precision: each operation is computed in float32 and rounded once, at its result. The conversions belong to
/// the graph, so that gradients come back in half precision too.
/// </summary>
internal static partial class Ops
{
    public static bool IsHalf(Tensor x) => Dtypes.IsHalf(x.dtype);

    /// <summary>A function of the tensor in float32, its result in the tensor's own type.</summary>
    public static Tensor InSingle(Tensor x, Func<Tensor, Tensor> function)
    {
        using var scope = NewDisposeScope();
        return function(x.to_type(ScalarType.Float32)).to_type(x.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>The same of a function that also gives places.</summary>
    public static (Tensor Values, Tensor Places) InSingle(Tensor x, Func<Tensor, (Tensor, Tensor)> function)
    {
        using var scope = NewDisposeScope();
        var (values, places) = function(x.to_type(ScalarType.Float32));
        return (values.to_type(x.dtype).MoveToOuterDisposeScope(), places.MoveToOuterDisposeScope());
    }

    // Methods of their own, so that only a call in half precision pays for the closure.

    private static Tensor HalfConv(ConvShape shape, Tensor input, Tensor weight, Tensor? bias) => InSingle(input, wide => Conv(shape, wide, Single(weight)!, Single(bias)));

    private static Tensor HalfConvInput(ConvShape shape, Tensor input, Tensor weight, Tensor? bias) => InSingle(input, wide => ConvInput(shape, wide, Single(weight)!, Single(bias)));

    private static Tensor HalfLinear(Tensor input, Tensor weight, Tensor? bias) => InSingle(input, wide => Linear(wide, Single(weight)!, Single(bias)));

    private static Tensor HalfMm(Tensor a, Tensor b) => InSingle(a, wide => Mm(wide, Single(b)!));

    private static Tensor HalfBmm(Tensor a, Tensor b) => InSingle(a, wide => Bmm(wide, Single(b)!));

    private static Tensor HalfSoftmax(Tensor input, long dim, bool log) => InSingle(input, wide => SoftmaxForward(wide, dim, log));

    private static Tensor HalfNormalized(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, double momentum, double eps) =>
        InSingle(input, wide => Normalized(wide, Single(weight), Single(bias), running_mean, running_var, training, momentum, eps));

    private static Tensor HalfNormalizedRows(string op, Kernels.Norm.RowNorm rows, long[] parameterShape, Tensor input, Tensor? weight, Tensor? bias, double eps) =>
        InSingle(input, wide => NormalizeRows(op, rows, parameterShape, wide, Single(weight), Single(bias), eps));

    private static Tensor HalfLocalResponseNorm(Tensor input, long size, double alpha, double beta, double k) => InSingle(input, wide => LocalResponseNorm(wide, size, alpha, beta, k));

    private static (Tensor, Tensor) HalfMaxPool2d(Tensor input, long[] kernel, long[] stride, long[] padding, long[] dilation, bool ceil_mode) =>
        InSingle(input, wide => MaxPool2d(wide, kernel, stride, padding, dilation, ceil_mode));

    private static (Tensor, Tensor) HalfAdaptiveMaxPool2d(Tensor input, long[] size) => InSingle(input, wide => AdaptiveMaxPool2d(wide, size));

    private static Tensor HalfMaxUnpool2d(Tensor input, Tensor indices, long[] size) => InSingle(input, wide => MaxUnpool2d(wide, indices, size));

    private static Tensor HalfPad(Tensor input, long[] pad, PaddingModes mode, double value) => InSingle(input, wide => Pad(wide, pad, mode, value));

    private static Tensor HalfNllLoss(Tensor input, Tensor target, Tensor? weight, long ignore_index, long reduction) =>
        InSingle(input, wide => NllLoss(wide, target, Single(weight), ignore_index, reduction));

    private static Tensor HalfVar(Tensor input, long[] dims, bool unbiased, bool keepdim, string op) => InSingle(input, wide => Var(wide, dims, unbiased, keepdim, null, op));

    private static Tensor? Single(Tensor? x) => x?.to_type(ScalarType.Float32);
}
