namespace TorchSharp;

/// <summary>Draws into the memory of tensors, in the order in which PyTorch fills them: by descending stride.</summary>
internal static unsafe class RandomFill
{
    internal static TorchGenerator Engine(Generator? generator) => generator?.Engine ?? TorchGenerator.Default;

    internal static void Uniform(Tensor target, double from, double to, Generator? generator)
    {
        CheckFloating(target, "uniform_");
        var engine = Engine(generator);
        Fill(target, values =>
        {
            engine.Uniform(values, from, to);
            if (Dtypes.IsHalf(target.dtype)) Below(values, (float)from, (float)to, target.dtype);
        }, values => engine.Uniform(values, from, to));
    }

    // What rounding to half precision takes up to the upper bound, which is not in the interval, becomes the lower one.
    private static void Below(Span<float> values, float from, float to, ScalarType dtype)
    {
        var top = Rounded(to, dtype);
        foreach (ref var value in values)
        {
            if (Rounded(value, dtype) >= top) value = from;
        }
    }

    private static float Rounded(float value, ScalarType dtype) => dtype == ScalarType.Float16 ? (float)(Half)value : new BFloat16(value).ToSingle();

    internal static void Normal(Tensor target, double mean, double std, Generator? generator)
    {
        CheckFloating(target, "normal_");
        if (!(std >= 0))
        {
            throw new ExternalException($"normal expects std >= 0.0, but found std {std}");
        }

        var engine = Engine(generator);
        if (target.is_contiguous())
        {
            Fill(target, values => engine.Normal(values, mean, std, Dtypes.IsHalf(target.dtype)), values => engine.Normal(values, mean, std));
        }
        else
        {
            // Numbers of a tensor that is not contiguous are drawn one by one, however many there are.
            Each(target, () => engine.NextNormal(mean, std));
        }
    }

    internal static void Exponential(Tensor target, double lambda, Generator? generator)
    {
        CheckFloating(target, "exponential_");
        var engine = Engine(generator);
        Fill(target, values => engine.Exponential(values, lambda), values => engine.Exponential(values, lambda));
    }

    /// <summary>1 with probability p, else 0; scaled: 1/p instead of 1.</summary>
    internal static void Bernoulli(Tensor target, double p, bool scaled, Generator? generator = null)
    {
        var engine = Engine(generator);
        Fill(target, values => engine.Bernoulli(values, p, scaled ? 1 / (float)p : 1), values => engine.Bernoulli(values, p, scaled ? 1 / p : 1));
    }

    internal static void Integers(Tensor target, long low, long high, Generator? generator)
    {
        if (low >= high)
        {
            throw new ExternalException($"randint or random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");
        }

        var engine = Engine(generator);
        Each(target, () => engine.NextInteger(low, high));
    }

    /// <summary>A float32 or float64 slope from [lower, upper) where the input is not positive, one draw for each, else 1.</summary>
    internal static void RReLUSlopes(Tensor input, Tensor slopes, double lower, double upper)
    {
        using var _ = no_grad();
        using var values = Ops.Converted(input, ScalarType.Float64);
        var x = values.Pointer<double>();
        for (long i = 0; i < values.Impl.Count; i++)
        {
            x[i] = x[i] <= 0 ? TorchGenerator.Default.NextUniform() * (upper - lower) + lower : 1;
        }

        slopes.copy_(values);
    }

    /// <summary>Fills with single draws.</summary>
    internal static void Each(Tensor target, Func<double> draw)
        => Fill<double>(target, ScalarType.Float64, values =>
        {
            foreach (ref var value in values)
            {
                value = draw();
            }
        });

    /// <summary>Fills with single draws.</summary>
    internal static void Each(Tensor target, Func<long> draw)
        => Fill<long>(target, ScalarType.Int64, values =>
        {
            foreach (ref var value in values)
            {
                value = draw();
            }
        });

    internal delegate void SpanAction<T>(Span<T> values);

    private static void Fill(Tensor target, SpanAction<float> single, SpanAction<double> twice)
    {
        if (target.dtype == ScalarType.Float64)
        {
            Fill(target, ScalarType.Float64, twice);
        }
        else
        {
            Fill(target, ScalarType.Float32, single);
        }
    }

    private static void Fill<T>(Tensor target, ScalarType drawn, SpanAction<T> fill)
        where T : unmanaged
    {
        if (target.Impl.IsContiguous && target.dtype == drawn)
        {
            fill(new Span<T>(target.Pointer<T>(), checked((int)target.Impl.Count)));
            return;
        }

        using var _ = no_grad();
        using var ordered = ByStride(target);
        using var values = Tensor.Allocate(ordered.Impl.Shape, drawn);
        fill(new Span<T>(values.Pointer<T>(), checked((int)values.Impl.Count)));
        Ops.CopyInto(ordered, values);
    }

    private static Tensor ByStride(Tensor target)
    {
        var (shape, strides) = (target.Impl.Shape, target.Impl.Strides);
        var order = Enumerable.Range(0, shape.Length).OrderByDescending(d => strides[d]).ToArray();
        return target.Alias([.. order.Select(d => shape[d])], [.. order.Select(d => strides[d])], target.Impl.Offset);
    }

    private static void CheckFloating(Tensor target, string name)
    {
        if (!is_floating_point(target.dtype))
        {
            throw new ExternalException($"\"{name}\" is not implemented for {target.dtype}: it needs a floating point tensor.");
        }
    }
}
