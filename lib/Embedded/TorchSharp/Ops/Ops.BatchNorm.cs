namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>
    /// Batch normalisation of [N, C, ...] per channel. Training, or no running statistics, normalises with the batch's
    /// moments; then running = (1 - momentum) running + momentum batch, with the unbiased variance.
    /// </summary>
    public static Tensor BatchNorm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, double momentum, double eps)
    {
        var shape = input.Impl.Shape;
        if (shape.Length < 2) throw new ExternalException($"batch_norm: expected an input with at least 2 dimensions [N, C, ...], but got {Shapes.Text(shape)}");
        CheckChannels("weight", weight, input);
        CheckChannels("bias", bias, input);
        CheckChannels("running_mean", running_mean, input);
        CheckChannels("running_var", running_var, input);
        if (!training && (running_mean is null || running_var is null))
            throw new ExternalException($"batch_norm: Expected running_mean and running_var to be defined when training=False, but only the input {Shapes.Text(shape)} is given");
        return IsHalf(input)
            ? HalfNormalized(input, weight, bias, running_mean, running_var, training, momentum, eps)
            : Normalized(input, weight, bias, running_mean, running_var, training, momentum, eps);
    }

    private static Tensor Normalized(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, double momentum, double eps)
    {
        var shape = input.Impl.Shape;
        using var mean = Tensor.Allocate([shape[1]], input.dtype);
        using var invStd = Tensor.Allocate([shape[1]], input.dtype);
        var output = Tensor.Allocate(shape, input.dtype, operation: "batch_norm");
        switch (input.dtype)
        {
            case ScalarType.Float32: BatchNormKernel<float>(input, weight, bias, running_mean, running_var, training, momentum, eps, output, mean, invStd); break;
            case ScalarType.Float64: BatchNormKernel<double>(input, weight, bias, running_mean, running_var, training, momentum, eps, output, mean, invStd); break;
            default: throw Dtypes.NotImplementedFor("batch_norm", input.dtype);
        }
        return GradMode.Needs(input, weight, bias) ? new BatchNormBackward(training, eps, input, weight, bias, mean, invStd).Attach(output) : output;
    }

    public static (Tensor? Input, Tensor? Weight, Tensor? Bias) BatchNormGradient(bool training, Tensor input, Tensor grad, Tensor? weight, Tensor mean, Tensor invStd,
        bool needInput, bool needWeight, bool needBias)
    {
        var channels = input.Impl.Shape[1];
        var dx = needInput ? Tensor.Allocate(input.Impl.Shape, input.dtype) : null;
        var dw = needWeight ? Tensor.Allocate([channels], input.dtype) : null;
        var db = needBias ? Tensor.Allocate([channels], input.dtype) : null;
        if (input.dtype == ScalarType.Float32) Kernel<float>();
        else Kernel<double>();
        return (dx, dw, db);

        unsafe void Kernel<T>() where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            using var x = RowMajor(input);
            using var g = RowMajor(grad);
            using var w = ChannelParameter(weight, input.dtype);
            var (n, c, s) = ChannelView(x.Impl.Shape);
            Kernels.Norm.BatchNorm.Backward(training, n, c, s, x.Pointer<T>(), g.Pointer<T>(), PointerOrNull<T>(w), mean.Pointer<T>(), invStd.Pointer<T>(),
                PointerOrNull<T>(dx), PointerOrNull<T>(dw), PointerOrNull<T>(db));
        }
    }

    private static unsafe void BatchNormKernel<T>(Tensor input, Tensor? weight, Tensor? bias, Tensor? runningMean, Tensor? runningVar, bool training, double momentum,
        double eps, Tensor output, Tensor mean, Tensor invStd) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        using var x = RowMajor(input);
        using var w = ChannelParameter(weight, input.dtype);
        using var b = ChannelParameter(bias, input.dtype);
        var (n, c, s) = ChannelView(x.Impl.Shape);
        if (training)
        {
            using var variance = Tensor.Allocate([c], input.dtype);
            Kernels.Norm.BatchNorm.ForwardTraining(n, c, s, x.Pointer<T>(), PointerOrNull<T>(w), PointerOrNull<T>(b), eps, output.Pointer<T>(),
                mean.Pointer<T>(), invStd.Pointer<T>(), variance.Pointer<T>());
            Average(runningMean, mean, momentum, input.Impl.Count == 0);
            Average(runningVar, variance, momentum, input.Impl.Count == 0);
            return;
        }
        using var m = ChannelParameter(runningMean, input.dtype)!;
        using var v = ChannelParameter(runningVar, input.dtype)!;
        Kernels.Norm.BatchNorm.ForwardEvaluation(n, c, s, x.Pointer<T>(), PointerOrNull<T>(w), PointerOrNull<T>(b), eps, output.Pointer<T>(), m.Pointer<T>(), v.Pointer<T>());
        T* pm = mean.Pointer<T>(), pi = invStd.Pointer<T>(), rm = m.Pointer<T>(), rv = v.Pointer<T>();
        for (long i = 0; i < c; i++)
        {
            pm[i] = rm[i];
            pi[i] = T.CreateTruncating(1 / Math.Sqrt(double.CreateTruncating(rv[i]) + eps));
        }
    }

    // running = (1 - momentum) running + momentum batch, in place. An empty batch has no moments.
    private static void Average(Tensor? running, Tensor batch, double momentum, bool empty)
    {
        if (running is null || empty) return;
        using var guard = new GradModeGuard(false);
        using var update = batch.dtype == running.dtype ? RowMajor(batch) : Converted(batch, running.dtype);
        running.mul_(1 - momentum).add_(update, momentum);
    }

    private static Tensor? ChannelParameter(Tensor? parameter, ScalarType dtype) =>
        parameter is null ? null : parameter.dtype == dtype ? RowMajor(parameter) : Converted(parameter, dtype);

    private static void CheckChannels(string what, Tensor? parameter, Tensor input)
    {
        if (parameter is null) return;
        var shape = input.Impl.Shape;
        if (parameter.Impl.Count != shape[1])
            throw new ExternalException($"batch_norm: {what} should contain {shape[1]} elements not {parameter.Impl.Count} for an input of size {Shapes.Text(shape)}");
        // Statistics in float32 go with an input in half precision.
        if (!IsHalf(input) || parameter.dtype != ScalarType.Float32) CheckSameType("batch_norm", input, parameter, what);
    }
}
