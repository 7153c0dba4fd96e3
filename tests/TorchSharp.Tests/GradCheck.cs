using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>
/// Compares the gradients of a function with central differences in float64. The function's output is weighted with
/// fixed numbers first, so that an error in any element shows.
/// </summary>
internal static class GradCheck
{
    /// <summary>Checks the gradient with respect to every input that requires it.</summary>
    public static void Check(Func<Tensor[], Tensor> function, params Tensor[] inputs) => Check(function, 1e-6, 1e-6, inputs);

    /// <summary>Checks with another step and tolerance (relative to the larger of 1 and the gradient).</summary>
    public static void Check(Func<Tensor[], Tensor> function, double step, double tolerance, params Tensor[] inputs)
    {
        foreach (var input in inputs)
        {
            input.grad = null;
            if (input.requires_grad) Assert.Equal(ScalarType.Float64, input.dtype);
        }
        Tensor weights;
        using (var output = function(inputs))
        {
            weights = Weights(output.shape);
            Assert.Equal(ScalarType.Float64, output.dtype);
            // A derivative that is constant has no graph of its own; its gradient is zero.
            if (output.requires_grad) (output * weights).sum().backward();
            foreach (var input in inputs) input.grad ??= zeros_like(input);
        }
        for (var n = 0; n < inputs.Length; n++)
        {
            if (!inputs[n].requires_grad) continue;
            var grad = inputs[n].grad;
            Assert.True(grad is not null, $"input {n} got no gradient");
            Assert.Equal(inputs[n].shape, grad!.shape);
            // libtorch answers a gradient of zeros without memory behind it; the copy has some.
            var analytic = zeros_like(inputs[n]).copy_(grad).data<double>().ToArray();
            for (long i = 0; i < analytic.Length; i++)
            {
                var numeric = (Evaluate(function, inputs, n, i, step, weights) - Evaluate(function, inputs, n, i, -step, weights)) / (2 * step);
                Assert.True(Math.Abs(numeric - analytic[i]) <= tolerance * Math.Max(1, Math.Abs(numeric)), $"input {n}, element {i}: backward gives {analytic[i]}, differences give {numeric}");
            }
        }
    }

    /// <summary>Checks the second derivative too: the gradient itself is a function that is checked.</summary>
    public static void CheckTwice(Func<Tensor[], Tensor> function, params Tensor[] inputs)
    {
        Check(function, inputs);
        foreach (var input in inputs) Assert.False(input.requires_grad && function(inputs).requires_grad && autograd.grad([function(inputs).sum()], [input], allow_unused: true)[0] is null, "an input got no gradient");
        Check(
            all =>
            {
                var output = function(all);
                var wanted = all.Where(t => t.requires_grad).ToArray();
                var grads = autograd.grad([(output * Weights(output.shape)).sum()], wanted, retain_graph: true, create_graph: true);
                return grads.Select((g, i) => (g * Weights(g.shape, i + 1)).sum()).Aggregate((a, b) => a + b);
            },
            1e-5, 1e-5, inputs);
    }

    /// <summary>A leaf with reproducible values in [low, high].</summary>
    public static Tensor Leaf(long[] shape, int seed = 1, double low = -1, double high = 1) => Values(shape, seed, low, high).requires_grad_();

    /// <summary>Reproducible float64 values in [low, high].</summary>
    public static Tensor Values(long[] shape, int seed = 1, double low = -1, double high = 1)
    {
        var random = new Random(seed);
        var values = new double[shape.Aggregate(1L, (a, b) => a * b)];
        for (var i = 0; i < values.Length; i++) values[i] = low + (high - low) * random.NextDouble();
        return tensor(values, shape);
    }

    private static Tensor Weights(long[] shape, int seed = 0) => Values(shape, 1000 + seed, 0.5, 1.5);

    private static double Evaluate(Func<Tensor[], Tensor> function, Tensor[] inputs, int n, long element, double step, Tensor weights)
    {
        using var scope = NewDisposeScope();
        var copies = inputs.ToArray();
        var values = inputs[n].data<double>().ToArray();
        values[element] += step;
        copies[n] = tensor(values, inputs[n].shape, requires_grad: true);
        return (function(copies) * weights).sum().item<double>();
    }
}
