// A module of the submission in the runner, asked one thing at a time.

using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NotebookHost.Grading;

internal sealed class LoadedModule(Module<Tensor, Tensor> module)
{
    internal object? Answer(string verb, object?[] arguments)
    {
        switch (verb)
        {
            case "forward":
                using (no_grad())
                {
                    return module.call((Tensor)arguments[0]!);
                }

            case "backward":
                return Backward((Tensor)arguments[0]!, (Tensor)arguments[1]!);
            case "state":
                return module.state_dict();
            case "load":
                Load((System.Collections.IDictionary)arguments[0]!);
                return null;
            case "train":
                module.train();
                return null;
            case "eval":
                module.eval();
                return null;
            case "parameters":
                return module.named_parameters().ToDictionary(p => p.name, p => p.parameter.shape);
            case "kinds":
                return module.modules().Select(m => m.GetType().Name).ToArray();
            case "macs":
                return Macs((long[])arguments[0]!);
            default:
                throw new SubmissionException($"A module is not asked for {verb}.");
        }
    }

    private Dictionary<string, object?> Backward(Tensor input, Tensor outputGradient)
    {
        module.zero_grad();
        input.requires_grad_();
        var output = module.call(input);
        if (!output.shape.SequenceEqual(outputGradient.shape))
        {
            throw new SubmissionException($"The module gives {Words.Shape(output.shape)} for an input of {Words.Shape(input.shape)}; {Words.Shape(outputGradient.shape)} was expected.");
        }

        (output * outputGradient).sum().backward();
        return new()
        {
            ["output"] = output,
            ["input"] = input.grad,
            ["parameters"] = module.named_parameters().Where(p => p.parameter.grad is not null).ToDictionary(p => p.name, p => p.parameter.grad!),
        };
    }

    private void Load(System.Collections.IDictionary values)
    {
        var own = module.state_dict();
        using var quiet = no_grad();
        foreach (System.Collections.DictionaryEntry entry in values)
        {
            var name = (string)entry.Key;
            var value = (Tensor)entry.Value!;
            if (!own.TryGetValue(name, out var parameter))
            {
                throw new SubmissionException($"The module has no parameter {name}; it has {string.Join(", ", own.Keys.Take(12))}.");
            }

            if (!parameter.shape.SequenceEqual(value.shape))
            {
                throw new SubmissionException($"The parameter {name} has the shape {Words.Shape(parameter.shape)}; {Words.Shape(value.shape)} was expected.");
            }

            parameter.copy_(value);
        }
    }

    // Counted while a picture passes, so that what really runs counts, in a module of any kind.
    private long Macs(long[] input)
    {
        var total = 0L;
        var hooks = new List<Action>();
        void Watch<T>(T layer, Func<T, Tensor, Tensor, long> cost) where T : Module<Tensor, Tensor>
        {
            var hook = layer.register_forward_hook((_, x, y) =>
            {
                total += cost(layer, x, y);
                return y;
            });
            hooks.Add(hook.remove);
        }

        foreach (var part in module.modules())
        {
            switch (part)
            {
                case Conv2d conv:
                    Watch(conv, (c, _, y) => y.numel() * (c.in_channels / c.groups) * c.kernel_size[0] * c.kernel_size[1]);
                    break;
                case ConvTranspose2d conv:
                    Watch(conv, (c, x, _) => x.numel() * (c.out_channels / c.groups) * c.kernel_size[0] * c.kernel_size[1]);
                    break;
                case Linear linear:
                    Watch(linear, (l, _, y) => y.numel() * l.in_features);
                    break;
            }
        }

        var training = module.training;
        module.eval();
        using (no_grad())
        {
            module.call(zeros([1, .. input]));
        }

        module.train(training);
        hooks.ForEach(remove => remove());
        return total;
    }
}
