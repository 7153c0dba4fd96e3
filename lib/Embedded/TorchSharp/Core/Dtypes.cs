using System.Numerics;

namespace TorchSharp.Core;

/// <summary>Code that is written once for every element type.</summary>
internal interface INumericVisitor
{
    void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>;
}

/// <summary>Facts about element types: size, category, promotion, and the way from a type number to generic code.</summary>
internal static class Dtypes
{
    public static int Size(ScalarType dtype) => dtype switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 => 8,
        _ => throw Unsupported(dtype),
    };

    public static bool IsFloating(ScalarType dtype) => dtype is ScalarType.Float32 or ScalarType.Float64 or ScalarType.Float16 or ScalarType.BFloat16;

    /// <summary>Half precision, which is stored but computed in float32.</summary>
    public static bool IsHalf(ScalarType dtype) => dtype is ScalarType.Float16 or ScalarType.BFloat16;

    public static bool IsIntegral(ScalarType dtype) => dtype is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64;

    public static ScalarType Of<T>() => Of(typeof(T));

    public static ScalarType Of(Type type) =>
        type == typeof(float) ? ScalarType.Float32 :
        type == typeof(double) ? ScalarType.Float64 :
        type == typeof(long) ? ScalarType.Int64 :
        type == typeof(int) ? ScalarType.Int32 :
        type == typeof(bool) ? ScalarType.Bool :
        type == typeof(byte) ? ScalarType.Byte :
        type == typeof(sbyte) ? ScalarType.Int8 :
        type == typeof(short) ? ScalarType.Int16 :
        type == typeof(Half) ? ScalarType.Float16 :
        type == typeof(BFloat16) ? ScalarType.BFloat16 :
        throw new NotSupportedException($"The type {type.Name} has no tensor element type.");

    /// <summary>Calls the visitor with the element type; bool comes as byte.</summary>
    public static void Dispatch<TVisitor>(ScalarType dtype, ref TVisitor visitor) where TVisitor : struct, INumericVisitor
    {
        switch (dtype)
        {
            case ScalarType.Float32: visitor.Visit<float>(); break;
            case ScalarType.Float64: visitor.Visit<double>(); break;
            case ScalarType.Int64: visitor.Visit<long>(); break;
            case ScalarType.Int32: visitor.Visit<int>(); break;
            case ScalarType.Int16: visitor.Visit<short>(); break;
            case ScalarType.Int8: visitor.Visit<sbyte>(); break;
            case ScalarType.Byte or ScalarType.Bool: visitor.Visit<byte>(); break;
            default: throw Unsupported(dtype);
        }
    }

    /// <summary>Calls the visitor with float or double.</summary>
    public static void DispatchFloating<TVisitor>(string op, ScalarType dtype, ref TVisitor visitor) where TVisitor : struct, IFloatVisitor
    {
        switch (dtype)
        {
            case ScalarType.Float32: visitor.Visit<float>(); break;
            case ScalarType.Float64: visitor.Visit<double>(); break;
            default: throw NotImplementedFor(op, dtype);
        }
    }

    public static ExternalException NotImplementedFor(string op, ScalarType dtype) => new($"\"{op}\" not implemented for '{CppName(dtype)}'");

    public static ExternalException Unsupported(ScalarType dtype) => new($"Tensors of type {dtype} are not supported by this engine; use Float32, Float64 or an integer type.");

    /// <summary>The name that libtorch's messages use.</summary>
    public static string CppName(ScalarType dtype) => dtype switch
    {
        ScalarType.Byte => "Byte",
        ScalarType.Int8 => "Char",
        ScalarType.Int16 => "Short",
        ScalarType.Int32 => "Int",
        ScalarType.Int64 => "Long",
        ScalarType.Float16 => "Half",
        ScalarType.Float32 => "Float",
        ScalarType.Float64 => "Double",
        _ => dtype.ToString(),
    };

    /// <summary>The type that both fit in, by PyTorch's lattice.</summary>
    public static ScalarType Promote(ScalarType a, ScalarType b)
    {
        if (a == b) return a;
        if (a == ScalarType.Bool) return b;
        if (b == ScalarType.Bool) return a;
        var fa = IsFloating(a);
        var fb = IsFloating(b);
        if (fa != fb) return fa ? a : b;
        if (fa) return Rank(a) == Rank(b) ? ScalarType.Float32 : Rank(a) > Rank(b) ? a : b;
        // An unsigned byte and a signed byte need the next signed type.
        if ((a, b) is (ScalarType.Byte, ScalarType.Int8) or (ScalarType.Int8, ScalarType.Byte)) return ScalarType.Int16;
        return Size(a) >= Size(b) ? a : b;
    }

    // float16 and bfloat16 are neighbours: together they make float32.
    private static int Rank(ScalarType dtype) => dtype switch { ScalarType.Float64 => 3, ScalarType.Float32 => 2, _ => 1 };

    /// <summary>0 bool, 1 integral, 2 floating: a scalar of a higher category changes a tensor's type.</summary>
    public static int Category(ScalarType dtype) => dtype == ScalarType.Bool ? 0 : IsFloating(dtype) ? 2 : 1;

    /// <summary>The result type of a tensor with a scalar operand.</summary>
    public static ScalarType WithScalar(ScalarType tensor, ScalarType scalar) =>
        Category(scalar) <= Category(tensor) ? tensor
        : Category(scalar) == 2 ? get_default_dtype()
        : scalar == ScalarType.Bool ? tensor : ScalarType.Int64;

    /// <summary>The result type of two tensors: dimensioned ones come before 0-d ones within a category.</summary>
    public static ScalarType Result(Tensor a, Tensor b)
    {
        if (a.dtype == b.dtype) return a.dtype;
        var za = a.Impl.Shape.Length == 0;
        var zb = b.Impl.Shape.Length == 0;
        if (za == zb) return Promote(a.dtype, b.dtype);
        var (strong, weak) = za ? (b.dtype, a.dtype) : (a.dtype, b.dtype);
        return Category(weak) > Category(strong) ? Promote(strong, weak) : strong;
    }
}

/// <summary>Code that is written once for float and double.</summary>
internal interface IFloatVisitor
{
    void Visit<T>() where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>;
}
