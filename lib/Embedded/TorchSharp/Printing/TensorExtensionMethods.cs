using System.Globalization;

namespace TorchSharp;

/// <summary>Conveniences around tensors: text, conversion to numbers, tensors from arrays.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The elements in the style of torch.TensorStringStyle, or the given one.</summary>
    public static string str(this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default) =>
        Given(tensor).ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <summary>In the style of Julia.</summary>
    public static string jlstr(this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Given(tensor).ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>Shape, type and device.</summary>
    public static string metastr(this Tensor tensor) => Given(tensor).ToString(TensorStringStyle.Metadata);

    /// <summary>In the style of NumPy.</summary>
    public static string npstr(this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Given(tensor).ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <summary>In the style of C#.</summary>
    public static string cstr(this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Given(tensor).ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Writes the elements to the console and returns the tensor.</summary>
    public static Tensor print(this Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }

    /// <summary>The tensor as a parameter, which takes it over: the handle is empty afterwards.</summary>
    public static Modules.Parameter AsParameter(this Tensor tensor) => new(Given(tensor));

    /// <summary>The sizes as 32-bit integers.</summary>
    public static ReadOnlySpan<int> IntShape(this Tensor tensor) => Array.ConvertAll(Given(tensor).shape, size => (int)size);

    /// <summary>Bytes of an element.</summary>
    public static int ElementSize(this ScalarType type) => Dtypes.Size(type);

    /// <summary>The product of sizes.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (a, b) => a * b);

    /// <summary>A tensor of the array's elements.</summary>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false) where T : unmanaged =>
        Factory.Of(rawArray, dimensions, null, null, requires_grad);

    /// <summary>A 0-d tensor.</summary>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false) where T : unmanaged =>
        Factory.Of<T>([scalar], [], null, device, requires_grad);

    public static Half ToHalf(this Tensor value) => Given(value).ToScalar().ToHalf();

    public static BFloat16 ToBFloat16(this Tensor value) => Given(value).ToScalar().ToBFloat16();

    public static float ToSingle(this Tensor value) => Given(value).ToScalar().ToSingle();

    public static double ToDouble(this Tensor value) => Given(value).ToScalar().ToDouble();

    public static sbyte ToSByte(this Tensor value) => Given(value).ToScalar().ToSByte();

    public static byte ToByte(this Tensor value) => Given(value).ToScalar().ToByte();

    public static short ToInt16(this Tensor value) => Given(value).ToScalar().ToInt16();

    public static int ToInt32(this Tensor value) => Given(value).ToScalar().ToInt32();

    public static long ToInt64(this Tensor value) => Given(value).ToScalar().ToInt64();

    public static bool ToBoolean(this Tensor value) => Given(value).ToScalar().ToBoolean();
}
