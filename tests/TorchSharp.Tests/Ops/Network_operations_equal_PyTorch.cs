using System.Text.Json;
using Tests;
using static TorchSharp.torch;
using Engine = TorchSharp.Tests.Functions;

namespace TorchSharp.Tests.NetworkOps;

/// <summary>Values and gradients of PyTorch 1.13 (Golden/network_ops.py), in float64 and float32.</summary>
public class Network_operations_equal_PyTorch
{
    private static readonly JsonElement[] s_cases = [.. GoldenFile.Json("network_ops.json").GetProperty("cases").EnumerateArray()];

    public static TheoryData<string> Names => [.. s_cases.Select(Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_float64_to_ten_digits(string name) => Compare(name, ScalarType.Float64, 1e-11);

    [Theory]
    [MemberData(nameof(Names))]
    public void In_float32_to_five_digits(string name) => Compare(name, ScalarType.Float32, 1e-5);

    private static string Name(JsonElement c) => $"{c.GetProperty("op").GetString()}: {c.GetProperty("name").GetString()}";

    [Fact]
    public void An_installed_PyTorch_agrees_today()
    {
        var live = LivePyTorch.Run("network_ops.py", "--live", "5");
        var cases = JsonDocument.Parse(live).RootElement.GetProperty("cases").EnumerateArray().ToArray();
        Assert.True(cases.Length > 10);
        foreach (var c in cases)
        {
            Compare(c, ScalarType.Float64, 1e-10);
            Compare(c, ScalarType.Float32, 1e-5);
        }
    }

    private static void Compare(string name, ScalarType dtype, double tolerance) => Compare(s_cases.First(e => Name(e) == name), dtype, tolerance);

    private static void Compare(JsonElement c, ScalarType dtype, double tolerance)
    {
        using var scope = NewDisposeScope();
        var name = Name(c);
        var hasGrads = c.TryGetProperty("grads", out var grads);
        var inputs = c.GetProperty("shapes").EnumerateArray()
            .Select((s, k) => Values([.. s.EnumerateArray().Select(v => v.GetInt64())], k + 1, dtype).requires_grad_(hasGrads)).ToArray();
        var outputs = Compute(c.GetProperty("op").GetString()!, c.GetProperty("args"), inputs);
        var expected = c.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(expected.Length, outputs.Length);
        for (var i = 0; i < outputs.Length; i++) Check($"{name}, result {i}", expected[i], outputs[i], tolerance);
        if (!hasGrads) return;
        outputs[0].backward([Values(outputs[0].shape, 55, dtype)]);
        var expectedGrads = grads.EnumerateArray().ToArray();
        for (var i = 0; i < inputs.Length; i++) Check($"{name}, gradient {i}", expectedGrads[i], inputs[i].grad!, tolerance);
    }

    private static Tensor[] Compute(string op, JsonElement args, Tensor[] x)
    {
        long[] A(string key) => args.Longs(key);
        Tensor? bias = x.Length > 2 ? x[2] : null;
        switch (op)
        {
            case "conv2d": return [Engine.Conv2d(x[0], x[1], bias, A("stride"), A("padding"), A("dilation"), A("groups")[0])];
            case "conv_transpose2d":
                return [Engine.ConvTranspose2d(x[0], x[1], bias, A("stride"), A("padding"), A("extra"), A("dilation"), A("groups")[0])];
            case "max_pool2d":
                var (pooled, indices) = Engine.MaxPool2d(x[0], A("kernel"), A("stride"), A("padding"), A("dilation"), A("ceil")[0] == 1);
                return [pooled, indices];
            case "avg_pool2d":
                return [Engine.AvgPool2d(x[0], A("kernel"), A("stride"), A("padding"), A("ceil")[0] == 1, A("include")[0] == 1, A("divisor")[0] is 0 ? null : A("divisor")[0])];
            case "adaptive_avg_pool2d": return [Engine.AdaptiveAvgPool2d(x[0], A("size"))];
            case "adaptive_max_pool2d":
                var (largest, places) = Engine.AdaptiveMaxPool2d(x[0], A("size"));
                return [largest, places];
            case "batch_norm":
                var mean = Values([x[0].shape[1]], 21, x[0].dtype);
                var variance = Values([x[0].shape[1]], 22, x[0].dtype).abs() + 0.5;
                return [Engine.BatchNorm(x[0], x[1], x[2], mean, variance, A("training")[0] == 1, 0.1, 1e-5), mean, variance];
            case "local_response_norm":
                var real = args.Doubles("real");
                return [Engine.LocalResponseNorm(x[0], A("size")[0], real[0], real[1], real[2])];
            case "softmax": return [Engine.Softmax(x[0], A("dim")[0])];
            case "log_softmax": return [Engine.LogSoftmax(x[0], A("dim")[0])];
            case "cross_entropy":
                var shape = x[0].shape;
                var count = shape[0] * (shape.Length > 2 ? shape[2] : 1);
                var target = tensor(Enumerable.Range(0, (int)count).Select(i => i * 7 % shape[1]).ToArray(), [shape[0], .. shape[2..]]);
                return [Engine.CrossEntropy(x[0], target, A("weighted")[0] == 1 ? Values([shape[1]], 31, x[0].dtype).abs() : null, 2, A("reduction")[0])];
            case "interpolate":
                var mode = Enum.Parse<ResampleMode>(args.GetProperty("mode").GetString()!, ignoreCase: true);
                return [Engine.Interpolate(x[0], A("size"), mode, A("align")[0] == 1)];
            case "pad": return [Engine.Pad(x[0], A("pad"), Enum.Parse<PaddingModes>(args.GetProperty("mode").GetString()!, ignoreCase: true), 0.5)];
            case "linear": return [Engine.Linear(x[0], x[1], bias)];
            case "matmul": return [Engine.Matmul(x[0], x[1])];
            default: throw new ArgumentException($"the golden file has the unknown operation {op}");
        }
    }

    private static void Check(string what, JsonElement expected, Tensor actual, double tolerance)
    {
        Assert.Equal(expected.Longs("shape"), actual.shape);
        var values = actual.detach().to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        var sample = expected.Doubles("sample");
        var step = Math.Max(1, values.Length / 24);
        for (var i = 0; i < sample.Length; i++) Near($"{what}, element {i * step}", sample[i], values[i * step], tolerance, 1);
        var dot = values.Select((v, i) => v * Hashed(i, 77)).Sum();
        Near($"{what}, dot product", expected.GetProperty("dot").GetDouble(), dot, tolerance, Math.Max(1, values.Select(Math.Abs).Sum()));
    }

    private static void Near(string what, double expected, double actual, double tolerance, double scale) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(scale, Math.Abs(expected)), $"{what}: PyTorch gives {expected}, the engine {actual}");

    private static double Hashed(long i, long seed) => (i * 2654435761 + seed * 40503 + 12345) % 4294967296 * 48271 % 2147483647 / 2147483647.0 * 2 - 1;

    private static Tensor Values(long[] shape, long seed, ScalarType dtype)
    {
        var values = new double[shape.Aggregate(1L, (a, b) => a * b)];
        for (var i = 0; i < values.Length; i++) values[i] = Hashed(i, seed);
        return tensor(values, shape).to_type(dtype);
    }
}
