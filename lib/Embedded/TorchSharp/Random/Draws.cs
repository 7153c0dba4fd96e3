namespace TorchSharp;

/// <summary>New tensors of random numbers.</summary>
internal static unsafe class Draws
{
    internal static Tensor Rand(ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator)
    {
        var result = Floating(nameof(rand), size, dtype, device);
        RandomFill.Uniform(result, 0, 1, generator);
        return Factory.Finish(result, requires_grad);
    }

    internal static Tensor Randn(ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator)
    {
        var result = Floating(nameof(randn), size, dtype, device);
        RandomFill.Normal(result, 0, 1, generator);
        return Factory.Finish(result, requires_grad);
    }

    internal static Tensor Randint(long low, long high, long[] size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator)
    {
        var result = Factory.Empty(size, dtype ?? ScalarType.Int64, device, false);
        RandomFill.Integers(result, low, high, generator);
        return Factory.Finish(result, requires_grad);
    }

    internal static Tensor Randperm(long n, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator)
    {
        if (n < 0)
        {
            throw new ExternalException($"randperm: n must be non-negative, got {n}");
        }

        var result = Factory.Empty([n], ScalarType.Int64, device, false);
        RandomFill.Engine(generator).Permutation(new Span<long>(result.Pointer<long>(), checked((int)n)));
        return Factory.Finish(result, requires_grad, dtype);
    }

    private static Tensor Floating(string name, ReadOnlySpan<long> size, ScalarType? dtype, Device? device)
    {
        if (dtype is { } type && is_integral(type))
        {
            throw new ArgumentException($"torch.{name}() was passed a bad dtype: {type}. It must be floating point or complex.", nameof(dtype));
        }

        return Factory.Empty(size, dtype, device, false);
    }
}
