namespace TorchSharp.Autograd;

/// <summary>y = the sum of x over dimensions, divided by a number.</summary>
internal sealed class SumBackward(string name, Tensor x, bool[] mask, double divisor) : Node(name, x)
{
    private readonly long[] _shape = x.Impl.Shape;

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = divisor == 1 ? grads[0]! : grads[0]! / divisor;
        var wide = grad.reshape(Ops.ReducedShape(_shape, mask, keepdim: true));
        return [wide.expand((ReadOnlySpan<long>)_shape)];
    }
}

/// <summary>Values picked along a dimension (max, sort, topk, median, ...): the gradient goes to where they were.</summary>
internal sealed class PickedBackward : Node
{
    private readonly long[] _shape;
    private readonly int _dim;
    private readonly bool _keepdim;
    private readonly SavedTensor _places;

    public PickedBackward(string name, Tensor x, int dim, Tensor places, bool keepdim) : base(NameOf(name), x)
    {
        _shape = x.Impl.Shape;
        _dim = dim;
        _keepdim = keepdim;
        _places = Save(places);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        var places = _places.Get();
        if (_shape.Length == 0) return [grad.reshape()];
        if (!_keepdim) (grad, places) = (grad.unsqueeze(_dim), places.unsqueeze(_dim));
        return [Ops.Zeros(_shape, grad.dtype).scatter_add_(_dim, places, grad)];
    }
}

/// <summary>y = one of the elements over dimensions, as the extremes or the median; elements that equal it share the gradient.</summary>
internal sealed class ExtremeBackward : Node
{
    private readonly bool[] _mask;
    private readonly long[] _shape;
    private readonly SavedTensor _x;
    private readonly SavedTensor _y;

    public ExtremeBackward(string name, Tensor x, Tensor y, bool[] mask) : base(name, x)
    {
        _mask = mask;
        _shape = x.Impl.Shape;
        _x = Save(x);
        _y = SaveOutput(y);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var wide = Ops.ReducedShape(_shape, _mask, keepdim: true);
        var dims = Enumerable.Range(0, _mask.Length).Where(d => _mask[d]).Select(d => (long)d).ToArray();
        using var y = _y.Get().detach();
        var (all, value) = (_x.Get().detach(), y.reshape(wide));
        // One element over all, as max() gives: where that is NaN, the NaNs share.
        var hit = (y.ndim == 0 && dims.Length == _shape.Length ? all.eq(value).logical_or(all.isnan().logical_and(value.isnan())) : all.eq(value)).to_type(grads[0]!.dtype);
        return [grads[0]!.reshape(wide) * (hit / hit.sum(dims, keepdim: true))];
    }
}

/// <summary>y = log(cumsum(exp(x))): dx_j = sum over i of at least j of g_i e^(x_j - y_i), in logarithms for each sign of g.</summary>
internal sealed class LogCumSumExpBackward : Node
{
    private readonly int _dim;
    private readonly SavedTensor _x;
    private readonly SavedTensor _y;

    public LogCumSumExpBackward(Tensor x, Tensor y, int dim) : base("LogcumsumexpBackward0", x)
    {
        _dim = dim;
        _x = Save(x);
        _y = SaveOutput(y);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var (x, y, grad) = (_x.Get(), _y.Get(), grads[0]!);
        return [Part(grad) - Part(-grad)];

        // Where g is positive: e^(x_j + log(the sum from the end of e^(log g_i - y_i))).
        Tensor Part(Tensor signed)
        {
            var positive = signed.detach().gt(0);
            var log = Ops.Where(positive, Ops.Where(positive, signed, 1.0).log() - y, double.NegativeInfinity);
            return (log.flip(_dim).logcumsumexp(_dim).flip(_dim) + x).exp();
        }
    }
}

/// <summary>y = the product along a dimension. The product of the others comes from running products, so zeros do no harm.</summary>
internal sealed class ProdBackward : Node
{
    private readonly int _dim;
    private readonly bool _keepdim;
    private readonly SavedTensor _x;

    public ProdBackward(Tensor x, int dim, bool keepdim) : base("ProdBackward1", x)
    {
        _dim = dim;
        _keepdim = keepdim;
        _x = Save(x);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var x = _x.Get();
        if (x.ndim == 0) return [grads[0]];
        var grad = _keepdim ? grads[0]! : grads[0]!.unsqueeze(_dim);
        var n = x.size(_dim);
        if (n <= 1) return [grad.expand_as(x)];
        var one = torch.ones_like(x.narrow(_dim, 0, 1));
        var before = torch.cat([one, x.narrow(_dim, 0, n - 1).cumprod(_dim)], _dim);
        var after = torch.cat([x.narrow(_dim, 1, n - 1).flip(_dim).cumprod(_dim).flip(_dim), one], _dim);
        return [grad * before * after];
    }
}

/// <summary>y = the running product along a dimension.</summary>
internal sealed class CumProdBackward : Node
{
    private readonly int _dim;
    private readonly SavedTensor _x;

    public CumProdBackward(Tensor x, int dim) : base("CumprodBackward0", x)
    {
        _dim = dim;
        _x = Save(x);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var x = _x.Get();
        if (x.ndim == 0) return [grads[0]];
        // dy_j/dx_i is the product of x_0 .. x_j without x_i: one pass for each i keeps zeros exact.
        if (x.Impl.Count == 0) return [x.zeros_like()];
        var n = x.size(_dim);
        var parts = new Tensor[n];
        for (long i = 0; i < n; i++)
        {
            var others = torch.cat([x.narrow(_dim, 0, i), torch.ones_like(x.narrow(_dim, i, 1)), x.narrow(_dim, i + 1, n - i - 1)], _dim).cumprod(_dim);
            parts[i] = (others.narrow(_dim, i, n - i) * grads[0]!.narrow(_dim, i, n - i)).sum(_dim, keepdim: true);
        }
        return [torch.cat(parts, _dim)];
    }
}

/// <summary>y = the variance over dimensions.</summary>
internal sealed class VarBackward : Node
{
    private readonly bool[] _mask;
    private readonly double _divisor;
    private readonly SavedTensor _x;

    public VarBackward(Tensor x, bool[] mask, double divisor) : base("VarBackward0", x)
    {
        _mask = mask;
        _divisor = divisor;
        _x = Save(x);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var x = _x.Get();
        var dims = Enumerable.Range(0, _mask.Length).Where(d => _mask[d]).Select(d => (long)d).ToArray();
        var grad = grads[0]!.reshape(Ops.ReducedShape(x.Impl.Shape, _mask, keepdim: true));
        return [grad * (2 / _divisor) * (x - x.mean(dims, keepdim: true))];
    }
}

/// <summary>y = (sum of |x|^p over dimensions)^(1/p): dx = g sign(x) (|x| / y)^(p-1); the gradient at zero is zero.</summary>
internal sealed class NormBackward : Node
{
    private readonly double _p;
    private readonly bool[] _mask;
    private readonly SavedTensor _x;
    private readonly SavedTensor _y;

    public NormBackward(Tensor x, Tensor y, double p, bool[] mask) : base("LinalgVectorNormBackward0", x)
    {
        _p = p;
        _mask = mask;
        _x = Save(x);
        _y = SaveOutput(y);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var x = _x.Get();
        var wide = Ops.ReducedShape(x.Impl.Shape, _mask, keepdim: true);
        var y = _y.Get().reshape(wide);
        var scaled = (grads[0]!.reshape(wide) / (_p == 2 ? y : y.pow(_p - 1))).masked_fill(y.detach().eq(0), 0);
        if (_p == 2) return [x * scaled];
        // x |x|^(p-2) has no infinity at zero where p is 2 or more.
        var own = _p > 2 ? x * x.abs().pow(_p - 2) : x.sgn() * x.abs().pow(_p - 1);
        return [(_p < 1 ? own.masked_fill(x.detach().eq(0), 0) : own) * scaled];
    }
}
