using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Functions of two or three tensors, element by element, with their derivatives.</summary>
internal static partial class Ops
{
    /// <summary>The larger (or smaller) of two; NaN wins; equal ones share the gradient.</summary>
    public static Tensor Larger(Tensor a, Operand b, bool larger)
    {
        var dtype = TypeOf(a, b);
        (var x, b) = (Cast(a, dtype).Tensor!, Cast(b, dtype));
        var result = larger ? Map("maximum", new Maximum(), x, b, dtype) : Map("minimum", new Minimum(), x, b, dtype);
        if (!GradMode.Needs(x, b.Tensor)) return result;
        return new BinaryBackward("MaximumBackward0", x, b.Tensor!, (g, u, v) =>
        {
            // Equal elements share the gradient; where one is NaN, both get it.
            using var same = u.detach().eq(v.detach());
            var shared = Where(same, g * 0.5, g);
            var (less, more) = (u.detach().lt(v.detach()), u.detach().gt(v.detach()));
            return larger ? (Where(less, 0.0, shared), Where(more, 0.0, shared)) : (Where(more, 0.0, shared), Where(less, 0.0, shared));
        }).Attach(result);
    }

    /// <summary>The larger (or smaller) of two; NaN loses.</summary>
    public static Tensor LargerNumber(Tensor a, Tensor b, bool larger)
    {
        var dtype = TypeOf(a, b);
        var (x, y) = (Cast(a, dtype).Tensor!, Cast(b, dtype).Tensor!);
        var result = larger ? EachPair("fmax", new NumberMaximum(), x, y, dtype) : EachPair("fmin", new NumberMinimum(), x, y, dtype);
        if (!GradMode.Needs(x, y)) return result;
        return new BinaryBackward("FmaxBackward0", x, y, (g, u, v) =>
        {
            var first = (larger ? u.detach().ge(v.detach()) : u.detach().le(v.detach())).logical_or(v.isnan()).to_type(g.dtype);
            return (g * first, g * (1 - first));
        }).Attach(result);
    }

    /// <summary>The nearest of [min, max]; either may be missing.</summary>
    public static Tensor ClampTo(Tensor x, Scalar? min, Scalar? max, bool inPlace = false)
    {
        if (min is null && max is null) throw new ExternalException("torch.clamp: At least one of 'min' or 'max' must not be None");
        var dtype = x.dtype;
        if (min is not null) dtype = Dtypes.WithScalar(dtype, min.Type);
        if (max is not null) dtype = Dtypes.WithScalar(dtype, max.Type);
        if (inPlace && dtype != x.dtype) throw new ExternalException($"clamp_: result type {Dtypes.CppName(dtype)} can't be cast to the desired output type {Dtypes.CppName(x.dtype)}");
        return Pointwise("clamp", x, inPlace, false,
            (v, _, into) => max is null ? Map("clamp", new Maximum(), v, min!, dtype, into) : min is null ? Map("clamp", new Minimum(), v, max, dtype, into) : Map("clamp", new Clamp(), v, min, max, dtype, into),
            Keep.Input, (g, v) => Inside(g, v, min?.Real ?? double.NegativeInfinity, max?.Real ?? double.PositiveInfinity, closed: true));
    }

    /// <summary>The nearest of [min, max], bounds as tensors.</summary>
    public static Tensor ClampTo(Tensor x, Tensor? min, Tensor? max)
    {
        if (min is null && max is null) throw new ExternalException("torch.clamp: At least one of 'min' or 'max' must not be None");
        var result = x;
        if (min is not null) result = Where(Beyond(result, result.detach().lt(min.detach()), min), min, result);
        if (max is not null) result = Where(Beyond(result, result.detach().gt(max.detach()), max), max, result);
        return result;
    }

    // A bound that is NaN makes the result NaN.
    private static Tensor Beyond(Tensor x, Tensor beyond, Tensor bound) =>
        Dtypes.IsFloating(bound.dtype) ? beyond.logical_or(bound.detach().isnan().logical_and(x.detach().isnan().logical_not())) : beyond;

    /// <summary>x + value a b.</summary>
    public static Tensor AddCMul(Tensor x, Tensor a, Tensor b, Scalar value, bool inPlace = false)
    {
        if (GradMode.Needs(x, a, b)) return inPlace ? x.add_(a * b, value) : Add(x, a * b, value);
        if (inPlace) Inplace.Check(x);
        var dtype = Dtypes.Promote(x.dtype, Dtypes.Result(a, b));
        var result = Map("addcmul", new AddScaledProduct(value.Real), x, a, b, dtype, inPlace ? x : null);
        return inPlace ? Inplace.Record(x, null) : result;
    }

    /// <summary>x + value a / b.</summary>
    public static Tensor AddCDiv(Tensor x, Tensor a, Tensor b, Scalar value, bool inPlace = false)
    {
        if (GradMode.Needs(x, a, b)) return inPlace ? x.add_(a / b, value) : Add(x, a / b, value);
        if (inPlace) Inplace.Check(x);
        var dtype = Dtypes.Promote(x.dtype, Dtypes.Result(a, b));
        if (!Dtypes.IsFloating(dtype)) throw new ExternalException("Integer division with addcdiv is no longer supported; convert the tensors to a floating type first.");
        var result = Map("addcdiv", new AddScaledQuotient(value.Real), x, a, b, dtype, inPlace ? x : null);
        return inPlace ? Inplace.Record(x, null) : result;
    }

    /// <summary>x + weight (end - x).</summary>
    public static Tensor LerpTo(Tensor x, Tensor end, Operand weight, bool inPlace = false)
    {
        if (inPlace) Inplace.Check(x);
        Node? node = null;
        if (GradMode.Needs(x, end, weight.Tensor))
        {
            using var copy = inPlace ? OldValue(x) : null;
            node = new LerpBackward(x, end, weight, copy ?? x);
        }
        var result = Map("lerp", new Lerp(), x, end, weight, x.dtype, inPlace ? x : null);
        return inPlace ? Inplace.Record(x, node) : node is null ? result : node.Attach(result);
    }

    public static Tensor ArcTangent(Tensor a, Tensor b) => FloatPair("atan2", new Atan2(), a, b, static (g, u, v) =>
    {
        var square = u * u + v * v;
        return (g * v / square, -g * u / square);
    });

    public static Tensor Hypot(Tensor a, Tensor b) => FloatPair("hypot", new Hypotenuse(), a, b, static (g, u, v) =>
    {
        var length = u.hypot(v);
        return (g * u / length, g * v / length);
    });

    public static Tensor CopySign(Tensor a, Tensor b) => FloatPair("copysign", new CopySign(), a, b, static (g, u, v) => (g * (u.copysign(v).sign() * u.sign()), v.zeros_like()));

    public static Tensor LogAddExp(Tensor a, Tensor b) => FloatPair("logaddexp", new LogAddExp(), a, b, static (g, u, v) => (g * (u - v).sigmoid(), g * (v - u).sigmoid()));

    public static Tensor XLogY(Tensor a, Tensor b) => FloatPair("xlogy", new XLogY(), a, b, static (g, u, v) => (Where(u.detach().eq(0).logical_and(v.detach().le(0)), 0.0, g * v.log()), g * u / v));

    /// <summary>A floating function of two tensors.</summary>
    public static Tensor FloatPair<TF>(string op, TF f, Tensor a, Tensor b, Func<Tensor, Tensor, Tensor, (Tensor, Tensor)> backward) where TF : struct, IFloatBinary
    {
        var dtype = TypeOf(a, b);
        if (!Dtypes.IsFloating(dtype)) dtype = get_default_dtype();
        var (x, y) = (Cast(a, dtype).Tensor!, Cast(b, dtype).Tensor!);
        var node = GradMode.Needs(x, y) ? new BinaryBackward(Node.NameOf(op), x, y, backward) : null;
        var result = EachFloatPair(op, f, x, y, dtype);
        return node is null ? result : node.Attach(result);
    }

    /// <summary>A function in place: computed aside, then copied. Where a gradient flows, it is computed of a copy, for it may need the old value.</summary>
    public static Tensor Overwrite(Tensor x, Func<Tensor, Tensor> function)
    {
        using var old = GradMode.Needs(x) ? x.clone() : null;
        using var result = function(old ?? x);
        if (Dtypes.Category(result.dtype) > Dtypes.Category(x.dtype))
            throw new ExternalException($"result type {Dtypes.CppName(result.dtype)} can't be cast to the desired output type {Dtypes.CppName(x.dtype)}");
        if (!result.Impl.Shape.AsSpan().SequenceEqual(x.Impl.Shape))
            throw new ExternalException($"output with shape {Shapes.Text(x.Impl.Shape)} doesn't match the broadcast shape {Shapes.Text(result.Impl.Shape)}");
        return x.copy_(result);
    }

    /// <summary>Rounds to decimals, halves to even.</summary>
    public static Tensor RoundTo(Tensor x, long decimals, bool inPlace = false)
    {
        if (decimals == 0) return Round(x, inPlace);
        if (inPlace) return Overwrite(x, value => RoundTo(value, decimals));
        var factor = Math.Pow(10, Math.Abs((double)decimals));
        using var scaled = decimals > 0 ? x * factor : x / factor;
        using var whole = Round(scaled);
        return decimals > 0 ? whole / factor : whole * factor;
    }

    /// <summary>Whether elements lie within atol + rtol |b| of each other.</summary>
    public static Tensor IsClose(Tensor a, Tensor b, double rtol, double atol, bool equalNan)
    {
        if (a.dtype != b.dtype) throw new ExternalException($"{Dtypes.CppName(a.dtype)} did not match {Dtypes.CppName(b.dtype)}");
        using var mode = new GradModeGuard(false);
        using var same = a.eq(b);
        using var x = a.to_type(ScalarType.Float64);
        using var y = b.to_type(ScalarType.Float64);
        using var difference = (x - y).abs();
        using var allowed = y.abs() * rtol + atol;
        var near = same.logical_or(difference.le(allowed).logical_and(difference.isfinite()));
        return equalNan ? near.logical_or(a.isnan().logical_and(b.isnan())) : near;
    }
}
