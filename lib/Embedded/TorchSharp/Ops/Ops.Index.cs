using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Picking elements by index tensors, and its transpose.</summary>
internal static partial class Ops
{
    /// <summary>The elements that the plan picks.</summary>
    public static Tensor Pick(Tensor x, IndexPlan plan)
    {
        var node = GradMode.Needs(x) ? new ViewBackward("IndexBackward0", x, grad => Spread(grad, plan)) : null;
        var result = PickKernel(x, plan);
        return node is null ? result : node.Attach(result);
    }

    /// <summary>The transpose of picking: a zero tensor to which each value is added at its place.</summary>
    public static Tensor Spread(Tensor values, IndexPlan plan)
    {
        var node = GradMode.Needs(values) ? new ViewBackward("IndexPutBackward0", values, grad => Pick(grad, plan)) : null;
        var result = Zeros(plan.Source, values.dtype);
        PlaceKernel(result, plan, values, accumulate: true);
        return node is null ? result : node.Attach(result);
    }

    /// <summary>Writes or adds values (broadcast) where the plan points.</summary>
    public static void Place(Tensor x, IndexPlan plan, Tensor value, bool accumulate)
    {
        Inplace.Check(x);
        if (!Shapes.ExpandsTo(value.Impl.Shape, plan.Shape))
            throw new ExternalException($"shape mismatch: value tensor of shape {Shapes.Text(value.Impl.Shape)} cannot be broadcast to indexing result of shape {Shapes.Text(plan.Shape)}");
        var node = GradMode.Needs(x, value) ? new PlaceBackward(x, value, plan, accumulate) : null;
        PlaceKernel(x, plan, value, accumulate);
        Inplace.Record(x, node);
    }

    /// <summary>Index tensors with one at a dimension.</summary>
    public static Tensor?[] At(long dim, long[] shape, Tensor index, [CallerMemberName] string operation = "")
    {
        var indices = new Tensor?[Math.Max(1, shape.Length)];
        indices[Shapes.Dim(dim, shape, operation)] = index;
        return indices;
    }

    public static void CheckMask(string op, Tensor mask)
    {
        if (mask.dtype is not (ScalarType.Bool or ScalarType.Byte)) throw new ExternalException($"{op} only supports boolean masks, but got mask with dtype {Dtypes.CppName(mask.dtype)}");
    }

    private static unsafe Tensor PickKernel(Tensor x, IndexPlan plan)
    {
        var impl = x.Impl;
        if (impl.IsContiguous && plan.Single is var (at, outer, size, inner))
        {
            var picked = Tensor.Allocate(plan.Shape, x.dtype);
            switch (Dtypes.Size(x.dtype))
            {
                case 1: SelectRows.Get(outer, size, inner, at, x.Pointer<byte>(), picked.Pointer<byte>()); break;
                case 2: SelectRows.Get(outer, size, inner, at, x.Pointer<short>(), picked.Pointer<short>()); break;
                case 4: SelectRows.Get(outer, size, inner, at, x.Pointer<int>(), picked.Pointer<int>()); break;
                default: SelectRows.Get(outer, size, inner, at, x.Pointer<long>(), picked.Pointer<long>()); break;
            }
            return picked;
        }
        var flat = Tensor.Allocate([.. plan.Common, .. plan.RestShape], x.dtype);
        var offsets = plan.Offsets(impl.Strides);
        var rest = plan.RestOffsets(impl.Strides);
        switch (Dtypes.Size(x.dtype))
        {
            case 1: IndexRows.Get(x.Pointer<byte>(), offsets, rest, flat.Pointer<byte>()); break;
            case 2: IndexRows.Get(x.Pointer<short>(), offsets, rest, flat.Pointer<short>()); break;
            case 4: IndexRows.Get(x.Pointer<int>(), offsets, rest, flat.Pointer<int>()); break;
            default: IndexRows.Get(x.Pointer<long>(), offsets, rest, flat.Pointer<long>()); break;
        }
        if (plan.Lead == 0) return flat;
        using (flat)
        using (new GradModeGuard(false))
        using (var ordered = flat.permute(plan.Order())) return CloneContiguous(ordered);
    }

    private static unsafe void PlaceKernel(Tensor x, IndexPlan plan, Tensor value, bool accumulate)
    {
        using var mode = new GradModeGuard(false);
        if (accumulate && SumType(x.dtype) is var type && type != x.dtype)
        {
            using var sums = Converted(x, type);
            PlaceKernel(sums, plan, value, accumulate);
            CopyInto(x, sums);
            return;
        }
        using var wide = value.expand((ReadOnlySpan<long>)plan.Shape);
        if (accumulate && x.Impl.IsContiguous && plan.Single is not null)
        {
            using var values = wide.dtype == x.dtype ? RowMajor(wide) : Converted(wide, x.dtype);
            var sum = new AddSelectedCall(x, plan, values);
            Dtypes.Dispatch(x.dtype, ref sum);
            return;
        }
        // The values in the order [common, rest], row-major, in the element type of the target.
        using var ordered = plan.Lead == 0 ? wide.alias() : wide.permute(Inverse(plan.Order()));
        using var flat = Tensor.Allocate(ordered.Impl.Shape, x.dtype);
        CopyInto(flat, ordered);
        var offsets = plan.Offsets(x.Impl.Strides);
        var rest = plan.RestOffsets(x.Impl.Strides);
        if (accumulate)
        {
            var call = new AddRowsCall(x, offsets, rest, flat);
            Dtypes.Dispatch(x.dtype, ref call);
            return;
        }
        switch (Dtypes.Size(x.dtype))
        {
            case 1: IndexRows.Put(x.Pointer<byte>(), offsets, rest, flat.Pointer<byte>()); break;
            case 2: IndexRows.Put(x.Pointer<short>(), offsets, rest, flat.Pointer<short>()); break;
            case 4: IndexRows.Put(x.Pointer<int>(), offsets, rest, flat.Pointer<int>()); break;
            default: IndexRows.Put(x.Pointer<long>(), offsets, rest, flat.Pointer<long>()); break;
        }
    }

    private static long[] Inverse(long[] order)
    {
        var inverse = new long[order.Length];
        for (var d = 0; d < order.Length; d++) inverse[order[d]] = d;
        return inverse;
    }

    private readonly unsafe struct AddSelectedCall(Tensor x, IndexPlan plan, Tensor y) : INumericVisitor
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var (at, outer, size, inner) = plan.Single!.Value;
            SelectRows.Add(outer, size, inner, at, x.Pointer<T>(), y.Pointer<T>());
        }
    }

    private readonly unsafe struct AddRowsCall(Tensor x, long[] offsets, long[] rest, Tensor y) : INumericVisitor
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T> => IndexRows.Add(x.Pointer<T>(), offsets, rest, y.Pointer<T>());
    }
}
