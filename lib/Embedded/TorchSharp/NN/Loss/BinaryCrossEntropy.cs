namespace TorchSharp.Losses;

/// <summary>
/// -(y log x + (1 - y) log(1 - x)) with logarithms of at least -100, so that a probability of exactly 0 or 1 gives a finite
/// loss. Its slope is (x - y) / (x (1 - x)), with a denominator of at least 1e-12, as in PyTorch.
/// </summary>
internal sealed class BinaryCrossEntropy : Node
{
    private readonly SavedTensor _input;
    private readonly SavedTensor _target;

    private BinaryCrossEntropy(Tensor input, Tensor target)
        : base("BinaryCrossEntropyBackward0", input, target)
    {
        _input = Save(input);
        _target = Save(target);
    }

    internal static Tensor Apply(Tensor input, Tensor target)
    {
        if (!input.shape.AsSpan().SequenceEqual(target.shape))
        {
            throw new ExternalException($"binary_cross_entropy needs input and target of the same shape, but got {Core.Shapes.Text(input.shape)} and {Core.Shapes.Text(target.shape)}.");
        }

        if (target.dtype != input.dtype)
        {
            throw new ExternalException($"binary_cross_entropy: Found dtype {target.dtype} but expected {input.dtype} for a target of shape {Core.Shapes.Text(target.shape)}; convert it with to(torch.{input.dtype.ToString().ToLowerInvariant()}).");
        }

        Tensor loss;
        using (no_grad())
        {
            using var scope = NewDisposeScope();
            if (input.NumberOfElements > 0 && !(input.min().ToDouble() >= 0 && input.max().ToDouble() <= 1))
            {
                throw new ExternalException("binary_cross_entropy: all elements of input should be between 0 and 1, and none NaN; of scores take binary_cross_entropy_with_logits");
            }

            loss = ((target - 1) * (-input).log1p().clamp_min(-100) - target * input.log().clamp_min(-100)).MoveToOuterDisposeScope();
        }

        return GradMode.Needs(input, target) ? new BinaryCrossEntropy(input, target).Attach(loss) : loss;
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var (x, y, grad) = (_input.Get(), _target.Get(), grads[0]!);
        var toInput = Needs(0) ? grad * (x - y) / ((1 - x) * x).clamp_min(1e-12) : null;
        var toTarget = Needs(1) ? grad * ((-x).log1p().clamp_min(-100) - x.log().clamp_min(-100)) : null;
        return [toInput, toTarget];
    }
}
