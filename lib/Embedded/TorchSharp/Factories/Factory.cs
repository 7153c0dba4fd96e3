namespace TorchSharp.Core;

/// <summary>What the factory functions have in common: device check, element type, gradient flag.</summary>
internal static class Factory
{
    public static Tensor Zeros(ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        if (IsMeta(device)) return Meta(shape, dtype ?? get_default_dtype(), requiresGrad);
        return Finish(Ops.Zeros(shape, dtype ?? get_default_dtype()), requiresGrad);
    }

    public static Tensor Ones(ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad) =>
        Full(shape, 1, dtype ?? get_default_dtype(), device, requiresGrad);

    public static Tensor Empty(ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        if (IsMeta(device)) return Meta(shape, dtype ?? get_default_dtype(), requiresGrad);
        return Finish(Tensor.Allocate(shape, dtype ?? get_default_dtype(), operation: "empty"), requiresGrad);
    }

    public static Tensor Full(ReadOnlySpan<long> shape, Scalar value, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        var meta = IsMeta(device);
        var type = dtype ?? (Given(value).IsFloating ? get_default_dtype() : value.Type == ScalarType.Bool ? ScalarType.Bool : ScalarType.Int64);
        return meta ? Meta(shape, type, requiresGrad) : Finish(Ops.Full(shape, value, type), requiresGrad);
    }

    public static Tensor Of<T>(IList<T> values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad) where T : unmanaged
    {
        Given(values, "rawArray");
        if (values is T[] array) return Of<T>(array.AsSpan(), shape, dtype, device, requiresGrad);
        if (values is List<T> list) return Of<T>(CollectionsMarshal.AsSpan(list), shape, dtype, device, requiresGrad);
        return Of<T>(values.ToArray().AsSpan(), shape, dtype, device, requiresGrad);
    }

    public static unsafe Tensor Of<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad) where T : unmanaged
    {
        var meta = IsMeta(device);
        if (Shapes.Count(shape) != values.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {values.Length} elements do not fill the shape {Shapes.Text(shape)}");
        if (meta) return Meta(shape, dtype ?? Dtypes.Of<T>(), requiresGrad);
        var result = Tensor.Allocate(shape, Dtypes.Of<T>());
        values.CopyTo(new Span<T>(result.Pointer<T>(), values.Length));
        return Finish(result, requiresGrad, dtype);
    }

    public static Tensor OfArray(Array array, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        Given(array, "rawArray");
        InitializeDevice(device);
        var shape = new long[array.Rank];
        for (var d = 0; d < shape.Length; d++) shape[d] = array.GetLongLength(d);
        var result = Tensor.Allocate(shape, Dtypes.Of(array.GetType().GetElementType()!));
        if (result.Impl.Count > 0)
        {
            var bytes = checked((int)(result.Impl.Count * result.ElementSize));
            MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), bytes).CopyTo(result.bytes);
        }
        return Finish(result, requiresGrad, dtype);
    }

    /// <summary>Checks the device; true for the meta device, whose tensors have shapes and no values.</summary>
    private static bool IsMeta(Device? device)
    {
        device = InitializeDevice(device ?? get_default_device());
        return device.type == DeviceType.META;
    }

    private static Tensor Meta(ReadOnlySpan<long> shape, ScalarType dtype, bool requiresGrad) =>
        Finish(Tensor.Allocate(shape, dtype, meta: true), requiresGrad);

    public static Tensor Finish(Tensor result, bool requiresGrad, ScalarType? dtype = null)
    {
        if (dtype is { } type && type != result.dtype)
        {
            var converted = Ops.Converted(result, type);
            result.Dispose();
            result = converted;
        }
        return requiresGrad ? result.requires_grad_() : result;
    }
}
