namespace TorchSharp.Core;

/// <summary>Vectors by formula.</summary>
internal static partial class Ops
{
    public static unsafe Tensor Generate<T>(long count, Func<long, T> formula) where T : unmanaged
    {
        var result = Tensor.Allocate([count], Dtypes.Of<T>());
        var p = result.Pointer<T>();
        for (long i = 0; i < count; i++) p[i] = formula(i);
        return result;
    }
}
