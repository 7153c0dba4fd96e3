namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>
    /// Negative log likelihood of class indices: input [N, C, ...] or [C] of log probabilities, target [N, ...] or [] of int64.
    /// </summary>
    /// <param name="input">Log probabilities.</param>
    /// <param name="target">Class indices.</param>
    /// <param name="weight">One weight per class, or null.</param>
    /// <param name="ignore_index">The target that takes no part.</param>
    /// <param name="reduction">0 none, 1 (weighted) mean, 2 sum: torch.nn.Reduction.</param>
    public static unsafe Tensor NllLoss(Tensor input, Tensor target, Tensor? weight, long ignore_index, long reduction)
    {
        if (target.dtype is not (ScalarType.Int64 or ScalarType.Byte))
            throw new ExternalException($"nll_loss: expected a target of type Int64 but found {target.dtype}, of size {Shapes.Text(target.Impl.Shape)} for an input of size {Shapes.Text(input.Impl.Shape)}; convert it with to(torch.int64)");
        if (IsHalf(input)) return HalfNllLoss(input, target, weight, ignore_index, reduction);
        var shape = NllShape(input, target, weight);
        using var x = RowMajor(input);
        using var t = target.dtype == ScalarType.Int64 ? RowMajor(target) : Converted(target, ScalarType.Int64);
        using var w = RowMajorOptional(weight);
        if (Kernels.Loss.NllLoss.FirstBadTarget(t.Impl.Count, shape.C, ignore_index, t.Pointer<long>()) is { } bad)
            throw new ExternalException($"nll_loss: Target {bad} is out of bounds: the input of size {Shapes.Text(input.Impl.Shape)} has {shape.C} classes");
        double total = 1;
        var output = input.dtype switch
        {
            ScalarType.Float32 => Kernel<float>(),
            ScalarType.Float64 => Kernel<double>(),
            _ => throw Dtypes.NotImplementedFor("nll_loss", input.dtype),
        };
        return GradMode.Needs(input) ? new NllLossBackward(input, target, weight, ignore_index, reduction, total).Attach(output) : output;

        Tensor Kernel<T>() where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            if (reduction == 0)
            {
                var each = Tensor.Allocate(target.Impl.Shape, input.dtype);
                Kernels.Loss.NllLoss.Each(shape.N, shape.C, shape.S, x.Pointer<T>(), t.Pointer<long>(), PointerOrNull<T>(w), ignore_index, each.Pointer<T>());
                return each;
            }
            var result = Tensor.Allocate([], input.dtype);
            (var sum, total) = Kernels.Loss.NllLoss.Total(shape.N, shape.C, shape.S, x.Pointer<T>(), t.Pointer<long>(), PointerOrNull<T>(w), ignore_index);
            *result.Pointer<T>() = T.CreateTruncating(reduction == 1 ? sum / total : sum);
            return result;
        }
    }

    public static unsafe Tensor NllLossGradient(Tensor grad, Tensor target, Tensor? weight, long[] inputShape, long ignoreIndex, long reduction, double total)
    {
        var (n, c, s) = NllView(inputShape);
        using var g = RowMajor(grad);
        using var t = target.dtype == ScalarType.Int64 ? RowMajor(target) : Converted(target, ScalarType.Int64);
        using var w = RowMajorOptional(weight);
        var dx = Tensor.Allocate(inputShape, grad.dtype);
        if (grad.dtype == ScalarType.Float32) Kernel<float>();
        else Kernel<double>();
        return dx;

        void Kernel<T>() where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            var scale = *g.Pointer<T>() / T.CreateTruncating(reduction == 1 ? total : 1);
            Kernels.Loss.NllLoss.Backward(n, c, s, t.Pointer<long>(), PointerOrNull<T>(w), ignoreIndex, reduction == 0 ? g.Pointer<T>() : &scale, reduction == 0 ? 1 : 0, dx.Pointer<T>());
        }
    }

    /// <summary>Cross-entropy with class indices: the negative log likelihood of log_softmax over the classes.</summary>
    public static Tensor CrossEntropy(Tensor input, Tensor target, Tensor? weight, long ignore_index, long reduction)
    {
        using var logs = LogSoftmax(input, input.Impl.Shape.Length <= 1 ? 0 : 1);
        return NllLoss(logs, target, weight, ignore_index, reduction);
    }

    private static (long N, long C, long S) NllView(long[] shape) => shape.Length == 1 ? (1, shape[0], 1) : ChannelView(shape);

    private static (long N, long C, long S) NllShape(Tensor input, Tensor target, Tensor? weight)
    {
        var shape = input.Impl.Shape;
        if (shape.Length < 1) throw new ExternalException("nll_loss: Expected 1 or more dimensions (got 0)");
        if (Dtypes.IsFloating(target.dtype)) throw new ExternalException($"nll_loss: expected scalar type Long but found {target.dtype} for the target");
        long[] expected = shape.Length == 1 ? [] : [shape[0], .. shape[2..]];
        if (!expected.AsSpan().SequenceEqual(target.Impl.Shape))
            throw new ExternalException($"nll_loss: Expected target size {Shapes.Text(expected)}, got {Shapes.Text(target.Impl.Shape)} for an input of size {Shapes.Text(shape)}");
        var view = NllView(shape);
        if (weight is not null && weight.Impl.Count != view.C)
            throw new ExternalException($"nll_loss: weight tensor should be defined either for all {view.C} classes or no classes but got weight tensor of shape: {Shapes.Text(weight.Impl.Shape)}");
        return view;
    }
}
