using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Sums of products over named or numbered dimensions, covariance.</summary>
internal static partial class Ops
{
    public static Tensor NanToNum(Tensor x, double nan, double? positive, double? negative, bool inPlace = false) => Dtypes.IsFloating(x.dtype)
        ? Pointwise("nan_to_num", x, inPlace, true, (v, t, into) => EachFloat("nan_to_num", new ReplaceNonFinite(nan, positive, negative), v, t, into, 2), Keep.Input, static (g, v) => Where(v.isfinite(), g, 0.0))
        : inPlace ? x : x.clone();

    public static Tensor Covariance(Tensor x, long correction, Tensor? frequencies, Tensor? weights)
    {
        if (x.ndim > 2) throw new ExternalException($"cov(): expected input to have two or fewer dimensions but got an input with {x.ndim} dimensions");
        if (!Dtypes.IsFloating(x.dtype)) x = x.to_type(get_default_dtype());
        var rows = x.ndim < 2 ? x.reshape(1, x.Impl.Count) : x;
        var w = frequencies?.to_type(rows.dtype);
        if (weights is not null) w = w is null ? weights.to_type(rows.dtype) : w * weights;
        Tensor mean, norm, centered;
        if (w is null)
        {
            centered = rows - rows.mean([1], keepdim: true);
            return (centered.matmul(centered.t()) / Math.Max(0, rows.Impl.Shape[1] - correction)).squeeze();
        }
        var sum = w.sum();
        mean = (rows * w).sum(1, keepdim: true) / sum;
        centered = rows - mean;
        norm = weights is null ? sum - correction : sum - correction * (w * weights).sum() / sum;
        return ((centered * w).matmul(centered.t()) / norm.clamp_min(0)).squeeze();
    }

    public static Tensor Correlation(Tensor x)
    {
        var c = Covariance(x, 1, null, null);
        if (c.ndim == 0) return c / c;
        var deviation = c.diagonal().sqrt();
        return (c / deviation.unsqueeze(1) / deviation.unsqueeze(0)).clamp(-1.0, 1.0);
    }

    public static Tensor TensorDot(Tensor a, Tensor b, long[] dimsA, long[] dimsB)
    {
        if (dimsA.Length != dimsB.Length) throw new ExternalException("tensordot: both dimension lists should have same length");
        int[] da = [.. dimsA.Select(d => Shapes.Dim(d, a.Impl.Shape, "tensordot"))], db = [.. dimsB.Select(d => Shapes.Dim(d, b.Impl.Shape, "tensordot"))];
        for (var i = 0; i < da.Length; i++)
        {
            if (a.Impl.Shape[da[i]] != b.Impl.Shape[db[i]])
                throw new ExternalException($"tensordot: contracted dimensions need to match, but first has size {a.Impl.Shape[da[i]]} in dim {da[i]} and second has size {b.Impl.Shape[db[i]]} in dim {db[i]}: shapes {Shapes.Text(a.Impl.Shape)} and {Shapes.Text(b.Impl.Shape)}");
        }
        int[] freeA = [.. Enumerable.Range(0, (int)a.ndim).Except(da)], freeB = [.. Enumerable.Range(0, (int)b.ndim).Except(db)];
        var inner = da.Aggregate(1L, (n, d) => n * a.Impl.Shape[d]);
        var left = a.permute(freeA.Concat(da).Select(d => (long)d).ToArray()).reshape(freeA.Aggregate(1L, (n, d) => n * a.Impl.Shape[d]), inner);
        var right = b.permute(db.Concat(freeB).Select(d => (long)d).ToArray()).reshape(inner, freeB.Aggregate(1L, (n, d) => n * b.Impl.Shape[d]));
        return Mm(left, right).reshape([.. freeA.Select(d => a.Impl.Shape[d]), .. freeB.Select(d => b.Impl.Shape[d])]);
    }

    /// <summary>
    /// Einstein summation: operands are combined from left to right as batched matrix products over the letters that no
    /// later operand and not the output needs.
    /// </summary>
    public static Tensor Einsum(string equation, Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(equation);
        var text = equation.Replace(" ", "");
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        var inputs = (arrow < 0 ? text : text[..arrow]).Split(',');
        if (inputs.Length != tensors.Length) throw new ExternalException($"einsum(): the number of operands in the equation ({inputs.Length}) does not match the number of tensors ({tensors.Length})");
        var hidden = 0;
        for (var i = 0; i < inputs.Length; i++)
            if (inputs[i].Contains("...")) hidden = Math.Max(hidden, (int)tensors[i].ndim - (inputs[i].Length - 3));
        // Dimensions under an ellipsis get names of their own.
        var names = new string([.. Enumerable.Range(0, hidden).Select(d => (char)('\u0100' + d))]);
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].Contains("...")) inputs[i] = inputs[i].Replace("...", names[^((int)tensors[i].ndim - (inputs[i].Length - 3))..]);
            if (inputs[i].Length != tensors[i].ndim) throw new ExternalException($"einsum(): the number of subscripts in the equation ({inputs[i].Length}) does not match the number of dimensions ({tensors[i].ndim}) for operand {i}");
        }
        var all = string.Concat(inputs);
        var output = arrow >= 0 ? text[(arrow + 2)..].Replace("...", names)
            : names + new string([.. all.Where(c => c < '\u0100').GroupBy(c => c).Where(g => g.Count() == 1).Select(g => g.Key).Order()]);
        foreach (var c in output)
            if (!all.Contains(c)) throw new ExternalException($"einsum(): output subscript {c} does not appear in the equation for any input operand");
        var (letters, result) = Diagonals(inputs[0], tensors[0]);
        (letters, result) = Drop(letters, result, string.Concat(inputs[1..]) + output);
        for (var i = 1; i < inputs.Length; i++)
        {
            var later = string.Concat(inputs[(i + 1)..]) + output;
            var (other, tensor) = Diagonals(inputs[i], tensors[i]);
            (other, tensor) = Drop(other, tensor, letters + later);
            (letters, result) = Drop(letters, result, other + later);
            (letters, result) = Product(letters, result, other, tensor, later);
        }
        (letters, result) = Drop(letters, result, output);
        return result.permute([.. output.Select(c => (long)letters.IndexOf(c))]);
    }

    // A letter twice in one operand is its diagonal.
    private static (string, Tensor) Diagonals(string letters, Tensor x)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var j = letters.IndexOf(letters[i], i + 1);
            if (j < 0) continue;
            if (x.Impl.Shape[i] != x.Impl.Shape[j]) throw new ExternalException($"einsum(): subscript {letters[i]} is repeated for an operand but the sizes don't match, {x.Impl.Shape[j]} != {x.Impl.Shape[i]}");
            x = x.diagonal(0, i, j);
            letters = letters.Remove(j, 1).Remove(i, 1) + letters[i];
            i = -1;
        }
        return (letters, x);
    }

    // Letters that nobody needs any more are summed.
    private static (string, Tensor) Drop(string letters, Tensor x, string needed)
    {
        long[] dims = [.. letters.Select((c, d) => (c, d)).Where(p => !needed.Contains(p.c)).Select(p => (long)p.d)];
        return dims.Length == 0 ? (letters, x) : (new string([.. letters.Where(needed.Contains)]), x.sum(dims));
    }

    private static (string, Tensor) Product(string a, Tensor x, string b, Tensor y, string needed)
    {
        string batch = new([.. a.Where(c => b.Contains(c) && needed.Contains(c))]), inner = new([.. a.Where(c => b.Contains(c) && !needed.Contains(c))]);
        string left = new([.. a.Where(c => !b.Contains(c))]), right = new([.. b.Where(c => !a.Contains(c))]);
        foreach (var c in batch + inner)
        {
            var (m, n) = (x.Impl.Shape[a.IndexOf(c)], y.Impl.Shape[b.IndexOf(c)]);
            if (m != n && m != 1 && n != 1) throw new ExternalException($"einsum(): operands do not broadcast with remapped shapes: subscript {c} has size {m} and {n}");
        }
        var u = x.permute([.. (batch + left + inner).Select(c => (long)a.IndexOf(c))]);
        var v = y.permute([.. (batch + inner + right).Select(c => (long)b.IndexOf(c))]);
        long[] common = [.. (batch + inner).Select(c => Math.Max(x.Impl.Shape[a.IndexOf(c)], y.Impl.Shape[b.IndexOf(c)]))];
        long[] shapes = common[..batch.Length], sums = common[batch.Length..];
        long[] l = [.. left.Select(c => x.Impl.Shape[a.IndexOf(c)])], r = [.. right.Select(c => y.Impl.Shape[b.IndexOf(c)])];
        u = u.expand([.. shapes, .. l, .. sums]).reshape(Shapes.Count(shapes), Shapes.Count(l), Shapes.Count(sums));
        v = v.expand([.. shapes, .. sums, .. r]).reshape(Shapes.Count(shapes), Shapes.Count(sums), Shapes.Count(r));
        return (batch + left + right, Bmm(u, v).reshape([.. shapes, .. l, .. r]));
    }
}
