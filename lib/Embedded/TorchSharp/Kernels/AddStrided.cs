using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Adds a tensor into positions of another that may coincide, one after another.</summary>
internal readonly unsafe struct AddStrided(Tensor target, Tensor source, long[] shape, long[] strides, long offset) : IFloatVisitor
{
    public void Visit<T>() where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var n = Shapes.Count(shape);
        var y = target.Pointer<T>();
        var x = source.Pointer<T>();
        var own = source.Impl.Strides;
        var index = new long[shape.Length];
        long to = offset, from = 0;
        for (long i = 0; i < n; i++)
        {
            y[to] += x[from];
            for (var d = shape.Length - 1; d >= 0; d--)
            {
                to += strides[d];
                from += own[d];
                if (++index[d] < shape[d]) break;
                to -= strides[d] * shape[d];
                from -= own[d] * shape[d];
                index[d] = 0;
            }
        }
    }
}
