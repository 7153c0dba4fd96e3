namespace TorchSharp;

public static partial class torch
{
    /// <summary>Integers uniform on [low, high), int64 by default.</summary>
    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randint(low, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Integers uniform on [0, high), int64 by default.</summary>
    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randint(0, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Integers uniform on [0, high), int64 by default.</summary>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randint(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>Integers uniform on [low, high), int64 by default.</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randint(low, high, size, dtype, device, requires_grad, generator);

    /// <summary>Integers uniform on [low, high), int64 by default.</summary>
    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randint(low, high, [.. Given(size)], dtype, device, requires_grad, generator);

    /// <summary>Integers uniform on [0, high), int64 by default.</summary>
    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Draws.Randint(0, high, [.. Given(size)], dtype, device, requires_grad, generator);

    /// <summary>One fair coin flip.</summary>
    public static bool randint_bool(Generator? generator = null) => RandomFill.Engine(generator).NextInteger(0, 2) == 1;

    /// <summary>One integer uniform on [0, high).</summary>
    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    /// <summary>One integer uniform on [low, high).</summary>
    public static int randint_int(int low, int high, Generator? generator = null) => (int)RandomFill.Engine(generator).NextInteger(low, high);

    /// <summary>One integer uniform on [0, high).</summary>
    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    /// <summary>One integer uniform on [low, high).</summary>
    public static long randint_long(long low, long high, Generator? generator = null) => RandomFill.Engine(generator).NextInteger(low, high);

    /// <summary>A random permutation of 0 .. n-1, int64 by default.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => Draws.Randperm(n, dtype, device, requires_grad, generator);
}
