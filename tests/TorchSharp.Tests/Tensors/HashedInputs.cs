using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>The inputs of Golden/tensor_ops.py: hashed values in several layouts and element types.</summary>
internal static class HashedInputs
{
    // .NET's own NaN has its sign bit set, PyTorch's has not.
    private static readonly double[] s_special = [BitConverter.Int64BitsToDouble(0x7FF8000000000000), double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 1e-30, 1e30, 0.3, -7.25];

    public static readonly Dictionary<string, ScalarType> Types = new()
    {
        ["f32"] = ScalarType.Float32,
        ["f64"] = ScalarType.Float64,
        ["f16"] = ScalarType.Float16,
        ["bf16"] = ScalarType.BFloat16,
        ["i64"] = ScalarType.Int64,
        ["i32"] = ScalarType.Int32,
        ["i16"] = ScalarType.Int16,
        ["i8"] = ScalarType.Int8,
        ["u8"] = ScalarType.Byte,
        ["b"] = ScalarType.Bool,
    };

    public static double[] Hashed(long count, int seed)
    {
        var result = new double[count];
        for (long i = 0; i < count; i++)
        {
            var h = ((i * 2654435761) + (seed * 40503L) + 12345) % 4294967296;
            h = h * 48271 % 2147483647;
            result[i] = ((double)h / 2147483647 * 2) - 1;
        }
        return result;
    }

    public static Tensor Make(string layout, string type, int seed)
    {
        Tensor Values(params long[] shape) => Convert(tensor(Hashed(shape.Aggregate(1L, (a, b) => a * b), seed), shape) * 3, Types[type]);
        return layout switch
        {
            "vector" => Values(37),
            "matrix" => Values(3, 35),
            "cube" => Values(2, 3, 4),
            "transposed" => Values(5, 7).t(),
            "permuted" => Values(3, 4, 5).permute(2, 0, 1),
            "sliced" => Values(6, 9)[TensorIndex.Slice(1, null, 2), TensorIndex.Slice(null, null, 3)],
            "expanded" => Values(4, 1).expand(4, 6),
            "scalar" => Values(),
            "empty" => Values(0, 3),
            "special" => Convert(tensor(s_special), Types[type]),
            "specials" => Convert(seed == 1 ? tensor(s_special).repeat_interleave(16) : tensor(s_special).repeat(16), Types[type]),
            _ => throw new ArgumentException(layout),
        };
    }

    private static Tensor Convert(Tensor x, ScalarType type) => type switch
    {
        ScalarType.Bool => x.gt(0),
        ScalarType.Byte => (x * 4).trunc().abs().to(type),
        _ when is_floating_point(type) => x.to(type),
        _ => (x * 4).trunc().to(type),
    };
}
