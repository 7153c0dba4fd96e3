namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>y = x W^T + b of input [..., in] and weight [out, in].</summary>
    public static Tensor Linear(Tensor input, Tensor weight, Tensor? bias)
    {
        long[] x = input.Impl.Shape, w = weight.Impl.Shape;
        if (w.Length == 1)
        {
            // A weight without rows is a dot product with the last dimension.
            using var product = Matmul(input, weight);
            return bias is null ? product.alias() : product + bias;
        }
        if (w.Length != 2) throw new ExternalException($"linear: expected a weight [out, in], but got weight of size {Shapes.Text(w)}");
        if (x.Length < 1 || x[^1] != w[1])
            throw new ExternalException($"linear: mat1 and mat2 shapes cannot be multiplied: input of size {Shapes.Text(x)} needs {w[1]} features in its last dimension for a weight of size {Shapes.Text(w)}");
        if (bias is not null && (bias.Impl.Shape.Length != 1 || bias.Impl.Shape[0] != w[0]))
        {
            if (!Shapes.ExpandsTo(bias.Impl.Shape, [.. x[..^1], w[0]])) throw new ExternalException($"linear: a bias of size {Shapes.Text(bias.Impl.Shape)} does not fit a weight of size {Shapes.Text(w)}, whose output has {w[0]} features");
            using var product = Linear(input, weight, null);
            return product + bias;
        }
        CheckSameType("linear", input, weight, "weight");
        CheckSameType("linear", input, bias, "bias");
        if (IsHalf(input)) return HalfLinear(input, weight, bias);
        using var rows = RowMajor(input);
        using var flat = rows.Alias([rows.Impl.Count / Math.Max(x[^1], 1), x[^1]], [x[^1], 1], rows.Impl.Offset);
        if (x[^1] == 0)
        {
            using var nothing = Matmul(input, weight.t());
            return bias is null ? nothing.alias() : nothing + bias;
        }
        var output = LinearForward(flat, weight, bias, [.. x[..^1], w[0]]);
        return GradMode.Needs(input, weight, bias) ? new LinearBackward(input, weight, bias).Attach(output) : output;
    }

    private static Tensor LinearForward(Tensor flat, Tensor weight, Tensor? bias, long[] shape)
    {
        var output = Tensor.Allocate(shape, flat.dtype, operation: "linear");
        if (output.Impl.Count == 0) return output;
        var columns = shape[^1];
        using var y = output.Alias([output.Impl.Count / columns, columns], [columns, 1], 0);
        if (bias is not null) CopyInto(y, bias);
        using var transposed = weight.Alias([weight.Impl.Shape[1], weight.Impl.Shape[0]], [weight.Impl.Strides[1], weight.Impl.Strides[0]], weight.Impl.Offset);
        MultiplyInto("linear", y, flat, transposed, bias is not null);
        return output;
    }
}
