using System.Text.Json;
using Tests;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Live;

/// <summary>One case of Golden/random_cases.py: its inputs, laid out in memory as it asks, its arguments, and what PyTorch gives.</summary>
internal sealed class RandomCase
{
    // .NET's own NaN has its sign bit set, PyTorch's has not.
    private static readonly double s_nan = BitConverter.Int64BitsToDouble(0x7FF8000000000000);

    private readonly JsonElement _case;

    public RandomCase(string line)
    {
        Line = line;
        _case = JsonDocument.Parse(line).RootElement;
        Inputs = [.. _case.GetProperty("inputs").EnumerateArray().Select(Laid)];
    }

    public string Line { get; }

    public string Operation => _case.GetProperty("op").GetString()!;

    public Tensor[] Inputs { get; }

    /// <summary>What PyTorch said when it refused, or null.</summary>
    public string? Error => _case.TryGetProperty("error", out var error) ? error.GetString() : null;

    public long Whole(string name) => Argument(name).GetInt64();

    public double Real(string name) => Number(Argument(name));

    public bool Flag(string name) => Argument(name).GetBoolean();

    public string Word(string name) => Argument(name).GetString()!;

    public long[] Wholes(string name) => _case.GetProperty("args").Longs(name);

    /// <summary>An enumeration constant by its PyTorch name.</summary>
    public T Choice<T>(string name) where T : struct, Enum => Enum.Parse<T>(Word(name), ignoreCase: true);

    /// <summary>What differs between these outputs, with the gradients they give, and PyTorch's; null: nothing.</summary>
    public string? Difference(Tensor[] outputs)
    {
        if (Error is not null)
        {
            // What PyTorch refuses is refused here too, some of it on the way back.
            foreach (var output in outputs.Where(t => t.requires_grad)) output.sum().backward();
            return $"PyTorch refuses ({Error}), the engine gives a result";
        }
        var results = _case.GetProperty("results").EnumerateArray().ToArray();
        if (outputs.Length < results.Length) return $"{outputs.Length} results, not {results.Length}";
        for (var i = 0; i < results.Length; i++)
            if (Difference(outputs[i], results[i]) is { } difference) return $"result {i}: {difference}";
        if (!_case.TryGetProperty("grads", out var grads)) return null;
        var tops = outputs.Take(results.Length).Where(t => t.requires_grad).ToArray();
        if (tops.Length == 0) return "no result requires a gradient";
        tops.Select(t => (t.to(ScalarType.Float64).flatten() * Weights(t.numel())).sum()).Aggregate((a, b) => a + b).backward();
        for (var i = 0; i < Inputs.Length; i++)
        {
            var expected = grads[i];
            var grad = Inputs[i].grad;
            if (expected.ValueKind == JsonValueKind.Null)
            {
                if (grad is not null && grad.ne(0).any().item<bool>()) return $"gradient {i}: PyTorch has none";
            }
            else if (grad is null)
            {
                if (expected.GetProperty("values").EnumerateArray().Any(v => Number(v) != 0)) return $"gradient {i}: missing";
            }
            else if (Difference(grad, expected) is { } difference) return $"gradient {i}: {difference}";
        }
        return null;
    }

    private static string? Difference(Tensor actual, JsonElement expected)
    {
        if (actual.dtype != Type(expected)) return $"type {actual.dtype}, PyTorch has {expected.GetProperty("type")}";
        var shape = expected.Longs("shape");
        if (!actual.shape.SequenceEqual(shape)) return $"shape [{string.Join(", ", actual.shape)}], PyTorch has {expected.GetProperty("shape")}";
        var values = actual.detach().to(ScalarType.Float64).data<double>().ToArray();
        var wanted = expected.GetProperty("values").EnumerateArray().Select(Number).ToArray();
        var tolerance = actual.dtype switch { ScalarType.Float64 => 1e-10, ScalarType.Float16 => 1e-3, ScalarType.BFloat16 => 8e-3, _ => 1e-5 };
        var scale = wanted.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
        for (var i = 0; i < wanted.Length; i++)
        {
            var (a, b) = (values[i], wanted[i]);
            if (double.IsNaN(b) ? double.IsNaN(a) : double.IsInfinity(b) ? a == b : Math.Abs(a - b) <= tolerance * Math.Max(1, scale)) continue;
            return $"element {i} is {a:R}, PyTorch has {b:R}";
        }
        return null;
    }

    private JsonElement Argument(string name) => _case.GetProperty("args").GetProperty(name);

    private static ScalarType Type(JsonElement tensor) => TypeOf(tensor.GetProperty("type").GetString()!);

    public static ScalarType TypeOf(string name) => name == "uint8" ? ScalarType.Byte : Enum.Parse<ScalarType>(name, ignoreCase: true);

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() switch { "nan" => s_nan, "inf" => double.PositiveInfinity, _ => double.NegativeInfinity },
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => value.GetDouble(),
    };

    // The same values in memory that is row-major, transposed, every second element, in the middle of something, or repeated.
    private static Tensor Laid(JsonElement spec)
    {
        var shape = spec.Longs("shape");
        var x = tensor(spec.GetProperty("values").EnumerateArray().Select(Number).ToArray(), shape).to(Type(spec));
        x = spec.GetProperty("layout").GetString() switch
        {
            "transposed" when shape.Length > 1 => x.transpose(0, -1).contiguous().transpose(0, -1),
            "sliced" when shape.Length > 0 => stack([x, ones_like(x)], shape.Length).flatten(-2, -1)[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2)],
            "offset" when shape.Length > 0 => cat([ones_like(x), x, ones_like(x)])[TensorIndex.Slice(shape[0], 2 * shape[0])],
            "expanded" => x[TensorIndex.Slice(0, 1)].expand(shape),
            _ => x,
        };
        return spec.GetProperty("grad").GetBoolean() ? x.detach().requires_grad_() : x.detach();
    }

    private static Tensor Weights(long n) => tensor(Enumerable.Range(0, (int)n).Select(i => (i * 2654435761L + 99 * 40503 + 12345) % 4294967296 * 48271 % 2147483647 / 2147483647.0 * 2 - 1).ToArray());
}
