using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Elements where a mask of the same shape holds.</summary>
internal static partial class Ops
{
    /// <summary>The elements where the mask is not zero, as a vector in row-major order.</summary>
    public static Tensor MaskedSelect(string name, Tensor x, Tensor mask)
    {
        var node = GradMode.Needs(x) ? new MaskedBackward(name, x, mask, packed: true) : null;
        var result = Packed(x, mask);
        return node is null ? result : node.Attach(result);
    }

    /// <summary>The transpose: the values in turn where the mask is not zero, else zeros.</summary>
    public static Tensor MaskedSpread(Tensor values, Tensor mask)
    {
        var node = GradMode.Needs(values) ? new MaskedBackward("MaskedScatterBackward0", values, mask, packed: false) : null;
        var result = Unpacked(values, mask);
        return node is null ? result : node.Attach(result);
    }

    private static unsafe Tensor Packed(Tensor x, Tensor mask)
    {
        using var source = RowMajor(x);
        using var where = RowMajor(mask);
        var n = x.Impl.Count;
        var m = where.Pointer<byte>();
        var places = MaskedElements.Places(m, n);
        var y = Tensor.Allocate([places[^1]], x.dtype, operation: "masked_select");
        switch (Dtypes.Size(x.dtype))
        {
            case 1: MaskedElements.Pack(m, n, places, source.Pointer<byte>(), y.Pointer<byte>()); break;
            case 2: MaskedElements.Pack(m, n, places, source.Pointer<short>(), y.Pointer<short>()); break;
            case 4: MaskedElements.Pack(m, n, places, source.Pointer<int>(), y.Pointer<int>()); break;
            default: MaskedElements.Pack(m, n, places, source.Pointer<long>(), y.Pointer<long>()); break;
        }
        return y;
    }

    private static unsafe Tensor Unpacked(Tensor values, Tensor mask)
    {
        using var y = RowMajor(values);
        using var where = RowMajor(mask);
        var x = Tensor.Allocate(mask.Impl.Shape, values.dtype);
        var n = x.Impl.Count;
        var m = where.Pointer<byte>();
        var places = MaskedElements.Places(m, n);
        switch (Dtypes.Size(values.dtype))
        {
            case 2: MaskedElements.Unpack(m, n, places, y.Pointer<short>(), x.Pointer<short>()); break;
            case 4: MaskedElements.Unpack(m, n, places, y.Pointer<int>(), x.Pointer<int>()); break;
            default: MaskedElements.Unpack(m, n, places, y.Pointer<long>(), x.Pointer<long>()); break;
        }
        return x;
    }
}
