namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a floating-point type can hold.</summary>
    public struct FInfo
    {
        /// <summary>Bits of a number.</summary>
        public int bits;

        /// <summary>From 1 to the next larger number.</summary>
        public double eps;

        public double max;

        public double min;

        /// <summary>The smallest number with all digits.</summary>
        public double tiny;

        public double smallest_normal;

        /// <summary>One unit of the last decimal digit that is exact.</summary>
        public double resolution;
    }

    /// <summary>The limits of the default floating-point type.</summary>
    public static FInfo finfo() => finfo(get_default_dtype());

    /// <summary>The limits of a floating-point type.</summary>
    /// <exception cref="ArgumentException">The type is not a floating-point type.</exception>
    public static FInfo finfo(ScalarType dtype)
    {
        var (digits, exponent, resolution) = dtype switch
        {
            ScalarType.Float16 => (10, 15, 1e-3),
            ScalarType.BFloat16 => (7, 127, 1e-2),
            ScalarType.Float32 => (23, 127, 1e-6),
            ScalarType.Float64 => (52, 1023, 1e-15),
            _ => throw new ArgumentException($"finfo: expected a floating-point type, but got {dtype}."),
        };
        var eps = Math.ScaleB(1, -digits);
        var max = Math.ScaleB(2 - eps, exponent);
        var tiny = Math.ScaleB(1, 1 - exponent);
        return new FInfo { bits = 8 * Dtypes.Size(dtype), eps = eps, max = max, min = -max, tiny = tiny, smallest_normal = tiny, resolution = resolution };
    }
}
