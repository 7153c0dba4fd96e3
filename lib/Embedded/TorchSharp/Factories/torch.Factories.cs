namespace TorchSharp;

public static partial class torch
{
    /// <summary>start, start + step, ... before stop.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(stop);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(start);
        InitializeDevice(device);
        var type = dtype ?? (start.IsFloating || stop.IsFloating || step.IsFloating ? get_default_dtype() : ScalarType.Int64);
        if (step.Real == 0) throw new ExternalException("arange: step must be nonzero");
        if ((stop.Real - start.Real) * step.Real < 0) throw new ExternalException($"arange: upper bound and lower bound inconsistent with step sign: from {start.Real} to {stop.Real} by {step.Real}");
        var count = start.IsFloating || stop.IsFloating || step.IsFloating
            ? (long)Math.Ceiling((stop.Real - start.Real) / step.Real)
            : (stop.Whole - start.Whole + step.Whole - Math.Sign(step.Whole)) / step.Whole;
        var whole = !start.IsFloating && !step.IsFloating;
        return Factory.Finish(whole && !Dtypes.IsFloating(type)
            ? Ops.Generate<long>(count, i => start.Whole + i * step.Whole)
            : Ops.Generate<double>(count, i => start.Real + i * step.Real), requires_grad, type);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(Given(start), Given(stop), 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, Given(stop), 1, dtype, device, requires_grad);

    /// <summary>Ones on the diagonal.</summary>
    public static Tensor eye(long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        if (columns < 0) columns = rows;
        var result = zeros([rows, columns], dtype, device);
        using (var diagonal = result.Alias([Math.Min(rows, columns)], [columns + 1], 0)) Ops.Fill(diagonal, 1);
        return Factory.Finish(result, requires_grad);
    }

    /// <summary>steps numbers from start to end, both included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        InitializeDevice(device);
        if (steps < 0) throw new ExternalException($"linspace: number of steps must be non-negative, but is {steps}");
        var step = (end - start) / (steps - 1);
        // From both ends, so that the last number is exact.
        return Factory.Finish(Ops.Generate<double>(steps, i => steps == 1 ? start : i < steps / 2 ? start + i * step : end - (steps - 1 - i) * step), requires_grad, dtype ?? get_default_dtype());
    }

    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        using var exponents = linspace(start, end, steps, ScalarType.Float64, device);
        return Factory.Finish(pow(@base, exponents), requires_grad, dtype ?? get_default_dtype());
    }

    /// <summary>A tensor from a .NET array of any rank.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => Factory.OfArray(Given(rawArray), null, device, false);

    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) => Factory.OfArray(rawArray, dtype, device, requires_grad);

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(Given(data), dtype, device);

    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) => Given(data).to(dtype ?? data.dtype, device ?? CPU);

    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        InitializeDevice(device);
        if (Given(size).Length != Given(strides).Length) throw new ExternalException($"empty_strided: dimensionality of sizes ({size.Length}) must match dimensionality of strides ({strides.Length})");
        long last = 1;
        for (var d = 0; d < size.Length; d++) last += Math.Max(0, size[d] - 1) * strides[d];
        using var memory = Tensor.Allocate([last], dtype ?? get_default_dtype());
        return Factory.Finish(memory.Alias((long[])size.Clone(), (long[])strides.Clone(), 0), requires_grad);
    }

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Ops.Where(Given(condition), x, y);
}
