namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains.</summary>
public class Parameter : Tensor
{
    /// <summary>Takes over a tensor, whose own handle is empty afterwards.</summary>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(TakeOver(data, requires_grad, out var scope))
    {
        if (scope is null)
        {
            DetachFromDisposeScope();
        }
        else
        {
            MoveToOtherDisposeScope(scope);
        }
    }

    private static Core.TensorImpl TakeOver(Tensor data, bool requires_grad, out DisposeScope? scope)
    {
        scope = Given(data).OwningDisposeScope;
        if (data.Impl.GradFn is not null)
        {
            using var _ = data;
            return Leaf(data.detach().Decouple(), requires_grad);
        }

        return Leaf(data.Decouple(), requires_grad);
    }

    private static Core.TensorImpl Leaf(Core.TensorImpl impl, bool requires_grad)
    {
        impl.LeafRequiresGrad = requires_grad;
        return impl;
    }
}
