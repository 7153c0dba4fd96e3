namespace TorchSharp;

public static partial class torch
{
    /// <summary>Uniform numbers on [0, 1).</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Rand(size, dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers on [0, 1).</summary>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Rand(size, dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers on [0, 1).</summary>
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Rand([size], dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers on [0, 1).</summary>
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Rand([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers on [0, 1).</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Rand([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers on [0, 1).</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers on [0, 1).</summary>
    public static Tensor rand(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Rand([size], dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers on [0, 1).</summary>
    public static Tensor rand(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Rand([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers on [0, 1).</summary>
    public static Tensor rand(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Rand([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers on [0, 1).</summary>
    public static Tensor rand(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randn(size, dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randn(size, dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randn([size], dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randn([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randn([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randn([size], dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randn([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randn([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>One uniform number on [0, 1).</summary>
    public static double rand_float(Generator? generator = null)
    {
        using var one = rand([1], ScalarType.Float64, generator: generator);
        return one.item<double>();
    }

    /// <summary>One standard normal number.</summary>
    public static double randn_float(Generator? generator = null)
    {
        using var one = randn([1], ScalarType.Float64, generator: generator);
        return one.item<double>();
    }

    /// <summary>Normal numbers in a shape.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        var result = empty(size, dtype, device);
        RandomFill.Normal(result, mean, std, generator);
        return result.requires_grad_(requires_grad);
    }

    /// <summary>Normal numbers, each with its own mean and standard deviation.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        using var standard = randn(Given(mean).shape, mean.dtype, generator: generator);
        using var scaled = standard.mul(std);
        return scaled.add(mean);
    }

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Given(input).rand_like(dtype, device, requires_grad);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Given(input).randn_like(dtype, device, requires_grad);

    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Given(input).randint_like(low, high, dtype, device, requires_grad);

    /// <summary>1 and 0, with the input's elements as probabilities of 1.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Given(input).bernoulli(generator);

    /// <summary>Numbers of a Poisson distribution, with the input's elements as rates.</summary>
    public static Tensor poisson(Tensor input, Generator? generator = null) => Given(input).poisson(generator);

    /// <summary>How many of a number of throws hit, with a probability for each element.</summary>
    public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null) => Given(count).binomial(Given(probs), generator);

    /// <summary>Categories drawn in proportion to the weights of each row.</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null)
        => Given(input).multinomial(num_samples, replacement, generator);
}
