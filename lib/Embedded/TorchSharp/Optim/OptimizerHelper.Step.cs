using TorchSharp.Kernels.Optim;

namespace TorchSharp.Modules;

// How a step runs: the closure, then each parameter that has a gradient, by a kernel over its elements.
public abstract partial class OptimizerHelper
{
    /// <summary>
    /// For optimizers of one's own: evaluates the closure with gradients, then runs the body for each group without, inside a
    /// dispose scope. Returns the closure's loss.
    /// </summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null)
        where T : ParamGroup
    {
        var loss = Evaluate(loss_closure);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups)
        {
            body((T)group);
        }

        return loss;
    }

    private static Tensor? Evaluate(Func<Tensor>? closure)
    {
        if (closure is null)
        {
            return null;
        }

        using var _ = enable_grad();
        return closure();
    }

    // The same without closures and scopes, for the optimizers here.
    private protected Tensor? UpdateAll(Func<Tensor>? closure)
    {
        var loss = Evaluate(closure);
        for (var i = 0; i < _parameter_groups.Count; i++)
        {
            var group = _parameter_groups[i];
            foreach (var parameter in group.Parameters)
            {
                if (parameter.Impl.Grad is not null)
                {
                    Update(parameter, _state[parameter], group.Options!);
                }
            }
        }

        return loss;
    }

    /// <summary>Changes one parameter that has a gradient.</summary>
    private protected virtual void Update(Parameter parameter, OptimizerState state, OptimizerOptions options)
    {
    }

    /// <summary>Runs an update rule, written for either precision, over a parameter and its states.</summary>
    private protected static unsafe void Run<TSingle, TDouble>(
        Parameter parameter, Tensor? state1, Tensor? state2, Tensor? state3, TSingle single, TDouble twice)
        where TSingle : struct, IOptimizerStep<float>
        where TDouble : struct, IOptimizerStep<double>
    {
        var target = parameter.Impl;
        var gradient = target.Grad!;
        if (!target.IsContiguous || !gradient.IsContiguous || gradient.Dtype != target.Dtype)
        {
            RunStrided(parameter, state1, state2, state3, single, twice);
            return;
        }

        switch (target.Dtype)
        {
            case ScalarType.Float32:
                OptimizerStep.Run(Address<float>(target), Address<float>(gradient), Address<float>(state1), Address<float>(state2), Address<float>(state3), target.Count, single);
                break;
            case ScalarType.Float64:
                OptimizerStep.Run(Address<double>(target), Address<double>(gradient), Address<double>(state1), Address<double>(state2), Address<double>(state3), target.Count, twice);
                break;
            case ScalarType.Float16 or ScalarType.BFloat16:
                RunWide(parameter, state1, state2, state3, single);
                break;
            default:
                throw new ExternalException($"Optimizers update floating-point parameters, but this one is {target.Dtype}.");
        }

        Inplace.Changed(parameter);
    }

    // Half precision: the rule runs in float32, and each result is rounded once.
    private static unsafe void RunWide<TSingle>(Parameter parameter, Tensor? state1, Tensor? state2, Tensor? state3, TSingle rule)
        where TSingle : struct, IOptimizerStep<float>
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        Tensor?[] narrow = [parameter, parameter.grad, state1, state2, state3];
        Tensor?[] wide = [.. narrow.Select(tensor => tensor?.to_type(ScalarType.Float32))];
        OptimizerStep.Run(Address<float>(wide[0]), Address<float>(wide[1]), Address<float>(wide[2]), Address<float>(wide[3]), Address<float>(wide[4]), wide[0]!.numel(), rule);
        for (var k = 0; k < narrow.Length; k++)
        {
            if (k != 1 && narrow[k] is { } target)
            {
                Ops.CopyInto(target, wide[k]!);
            }
        }
    }

    // Through contiguous copies of parameter and gradient.
    private static void RunStrided<TSingle, TDouble>(
        Parameter parameter, Tensor? state1, Tensor? state2, Tensor? state3, TSingle single, TDouble twice)
        where TSingle : struct, IOptimizerStep<float>
        where TDouble : struct, IOptimizerStep<double>
    {
        using var _ = no_grad();
        using var gradient = parameter.grad!;
        using var copy = new Parameter(Ops.CloneContiguous(parameter));
        using var dense = Ops.Converted(gradient, parameter.dtype);
        copy.grad = dense;
        Run(copy, state1, state2, state3, single, twice);
        Ops.CopyInto(parameter, copy);
        Inplace.Changed(parameter);
    }

    private static unsafe T* Address<T>(TensorImpl impl)
        where T : unmanaged
        => (T*)Ops.Address(impl);

    private static unsafe T* Address<T>(Tensor? tensor)
        where T : unmanaged
        => tensor is null ? null : (T*)Ops.Address(tensor.Impl);
}
