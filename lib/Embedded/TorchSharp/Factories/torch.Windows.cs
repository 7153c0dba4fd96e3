namespace TorchSharp;

// Windows that fade a piece of a signal in and out, [len]. A periodic one repeats without a seam, the formula having N = len + 1; the other is
// symmetric, N = len.
public static partial class torch
{
    /// <summary>The triangle: 1 - |2 n / (N - 1) - 1|.</summary>
    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(nameof(bartlett_window), len, periodic, dtype, device, requires_grad, (n, last) => n <= last / 2 ? 2 * n / last : 2 - 2 * n / last);

    /// <summary>0.42 - 0.5 cos(2 pi n / (N - 1)) + 0.08 cos(4 pi n / (N - 1))</summary>
    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(nameof(blackman_window), len, periodic, dtype, device, requires_grad, (n, last) => 0.42 - 0.5 * Math.Cos(2 * Math.PI * n / last) + 0.08 * Math.Cos(4 * Math.PI * n / last));

    /// <summary>alpha - beta cos(2 pi n / (N - 1))</summary>
    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(nameof(hamming_window), len, periodic, dtype, device, requires_grad, (n, last) => alpha - beta * Math.Cos(2 * Math.PI * n / last));

    /// <summary>0.5 - 0.5 cos(2 pi n / (N - 1))</summary>
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(nameof(hann_window), len, periodic, dtype, device, requires_grad, (n, last) => 0.5 - 0.5 * Math.Cos(2 * Math.PI * n / last));

    /// <summary>i0(beta sqrt(1 - (2 n / (N - 1) - 1)^2)) / i0(beta); J. F. Kaiser, 1974.</summary>
    public static Tensor kaiser_window(long len, bool periodic = true, float beta = 12.0f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(nameof(kaiser_window), len, periodic, dtype, device, requires_grad, (n, last) =>
        {
            var place = 2 * n / last - 1;
            return Kernels.BesselFunctions.I0(beta * Math.Sqrt(Math.Max(0, 1 - place * place))) / Kernels.BesselFunctions.I0(beta);
        });

    private static Tensor Window(string name, long len, bool periodic, ScalarType? dtype, Device? device, bool requires_grad, Func<double, double, double> at)
    {
        InitializeDevice(device);
        var type = dtype ?? get_default_dtype();
        if (!is_floating_point(type)) throw new ArgumentException($"{name}: only floating point types are supported, but got {type}", nameof(dtype));
        if (len < 0) throw new ExternalException($"{name} requires non-negative window_length, got window_length={len}");
        var last = periodic ? len : len - 1;
        return Factory.Finish(Ops.Generate<double>(len, n => len == 1 ? 1 : at(n, last)), requires_grad, type);
    }
}
