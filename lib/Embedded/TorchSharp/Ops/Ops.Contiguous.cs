namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>The elements in row-major order, outside the graph: another handle, or a copy where they lie otherwise.</summary>
    public static Tensor RowMajor(Tensor x) => x.Impl.IsContiguous ? Tensor.Sharing(x.Impl) : CloneContiguous(x);

    /// <summary>The same where the tensor exists.</summary>
    public static Tensor? RowMajorOptional(Tensor? x) => x is null ? null : RowMajor(x);

    private static unsafe T* PointerOrNull<T>(Tensor? x) where T : unmanaged => x is null ? null : x.Pointer<T>();

    public static void CheckSameType(string op, Tensor x, Tensor? other, string what)
    {
        if (other is not null && other.dtype != x.dtype)
            throw new ExternalException($"{op}: expected the {what} to have the input's type {x.dtype}, but it is {other.dtype}; convert one of them with to().");
    }
}
