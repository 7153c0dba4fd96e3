using System.Text.Json;
using Tests;
using Tests.Engine;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Every operation of Golden/tensor_ops.py over its grid of layouts, element types and special values.</summary>
public class Operations_against_PyTorch
{
    private static Tensor Index => tensor(new long[] { 2, 0, 1, 2 });

    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_one = new()
    {
        ["exp"] = x => x.exp(),
        ["exp2"] = x => x.exp2(),
        ["expm1"] = x => x.expm1(),
        ["log"] = x => x.log(),
        ["log2"] = x => x.log2(),
        ["log10"] = x => x.log10(),
        ["log1p"] = x => x.log1p(),
        ["sqrt"] = x => x.sqrt(),
        ["rsqrt"] = x => x.rsqrt(),
        ["reciprocal"] = x => x.reciprocal(),
        ["sin"] = x => x.sin(),
        ["cos"] = x => x.cos(),
        ["tan"] = x => x.tan(),
        ["asin"] = x => x.asin(),
        ["acos"] = x => x.acos(),
        ["atan"] = x => x.atan(),
        ["sinh"] = x => x.sinh(),
        ["cosh"] = x => x.cosh(),
        ["tanh"] = x => x.tanh(),
        ["asinh"] = x => x.asinh(),
        ["acosh"] = x => x.acosh(),
        ["atanh"] = x => x.atanh(),
        ["erf"] = x => x.erf(),
        ["erfc"] = x => x.erfc(),
        ["erfinv"] = x => x.erfinv(),
        ["lgamma"] = x => x.lgamma(),
        ["digamma"] = x => x.digamma(),
        ["sigmoid"] = x => x.sigmoid(),
        ["deg2rad"] = x => x.deg2rad(),
        ["rad2deg"] = x => x.rad2deg(),
        ["neg"] = x => x.neg(),
        ["abs"] = x => x.abs(),
        ["square"] = x => x.square(),
        ["sign"] = x => x.sign(),
        ["relu"] = x => x.relu(),
        ["floor"] = x => x.floor(),
        ["ceil"] = x => x.ceil(),
        ["trunc"] = x => x.trunc(),
        ["round"] = x => x.round(),
        ["frac"] = x => x.frac(),
        ["isnan"] = x => x.isnan(),
        ["isinf"] = x => x.isinf(),
        ["isfinite"] = x => x.isfinite(),
        ["isposinf"] = x => x.isposinf(),
        ["isneginf"] = x => x.isneginf(),
        ["signbit"] = x => x.signbit(),
        ["logical_not"] = x => x.logical_not(),
        ["silu"] = x => x.silu(),
        ["gelu"] = x => x.gelu(),
        ["elu"] = x => x.elu(),
        ["selu"] = x => x.selu(),
        ["celu"] = x => x.celu(1.5),
        ["leaky_relu"] = x => x.leaky_relu(0.1),
        ["relu6"] = x => x.relu6(),
        ["hardsigmoid"] = x => x.hardsigmoid(),
        ["hardswish"] = x => x.hardswish(),
        ["hardtanh"] = x => x.hardtanh(-1, 1),
        ["softplus"] = x => x.softplus(),
        ["logsigmoid"] = x => x.log_sigmoid(),
        ["threshold"] = x => x.threshold(0.1, 20),
        ["clamp"] = x => x.clamp(-1, 1.5),
        ["clamp_min"] = x => x.clamp(min: 0.25),
        ["nan_to_num"] = x => x.nan_to_num(1),
        ["pow2.5"] = x => x.pow(2.5),
        ["pow-2"] = x => x.pow(-2),
        ["pow3"] = x => x.pow(3),
        ["sum"] = x => x.sum(),
        ["sum0"] = x => x.sum(0L),
        ["sum-1k"] = x => x.sum(-1, keepdim: true),
        ["any"] = x => x.any(),
        ["all"] = x => x.all(),
        ["any0"] = x => x.any(0),
        ["all-1"] = x => x.all(-1),
        ["max"] = x => x.max(),
        ["min"] = x => x.min(),
        ["max0"] = x => x.max(0).values,
        ["argmax0"] = x => x.max(0).indexes,
        ["min-1"] = x => x.min(-1).values,
        ["argmin-1"] = x => x.argmin(-1),
        ["argmax"] = x => x.argmax(),
        ["prod"] = x => x.prod(),
        ["prod0"] = x => x.prod(0L),
        ["cumsum"] = x => x.cumsum(0),
        ["cumprod"] = x => x.cumprod(-1),
        ["cummax"] = x => x.cummax(0).values,
        ["cummaxi"] = x => x.cummax(0).indexes,
        ["cummini"] = x => x.cummin(-1).indexes,
        ["sort"] = x => x.sort(-1).Values,
        ["sorti"] = x => x.sort(0, descending: true, stable: true).Indices,
        ["count_nonzero"] = x => x.count_nonzero(),
        ["mean"] = x => x.mean(),
        ["mean0"] = x => x.mean([0]),
        ["var"] = x => x.var(),
        ["var0"] = x => x.var(0),
        ["std-1"] = x => x.std(-1, unbiased: false),
        ["norm"] = x => x.norm(),
        ["norm1"] = x => x.norm(0, p: 1),
        ["logsumexp"] = x => x.logsumexp(-1),
        ["median"] = x => x.median(),
        ["nansum"] = x => x.nansum(),
        ["softmax"] = x => x.softmax(-1),
        ["log_softmax"] = x => x.log_softmax(0),
        ["amax"] = x => x.amax(0),
        ["amin"] = x => x.amin([-1], keepdim: true),
        ["quantile"] = x => x.quantile(tensor(new[] { 0.1, 0.5 }).to(x.dtype), 0),
        ["logcumsumexp"] = x => x.logcumsumexp(0),
        ["flip"] = x => x.flip(0),
        ["roll"] = x => x.roll(2),
        ["rolld"] = x => x.roll(1, -1),
        ["repeat"] = x => x.repeat([2, .. Enumerable.Repeat(1L, (int)x.ndim)]),
        ["repeat_interleave"] = x => x.repeat_interleave(2, -1),
        ["flatten"] = x => x.flatten(),
        ["nonzero"] = x => x.nonzero(),
        ["cat"] = x => cat([x, x], -1),
        ["stack"] = x => stack([x, x], 1),
        ["unsqueeze"] = x => x.unsqueeze(1),
        ["narrow"] = x => x.narrow(0, 1, 1),
        ["index"] = x => x[Index],
        ["index_select"] = x => x.index_select(-1, Index),
        ["gather"] = x => x.gather(0, x.zeros_like(ScalarType.Int64) + 1),
        ["mask"] = x => x[x > 0],
        ["masked_fill"] = x => x.masked_fill(x > 0, 2),
        ["take"] = x => x.take(Index),
        ["unique"] = x => x.unique().output,
        ["where"] = x => where(x > 0, x, x * 2),
        ["tril"] = x => x.tril(),
        ["triu"] = x => x.triu(1),
        ["unfold"] = x => x.unfold(-1, 2, 1),
        ["diagonal"] = x => x.diagonal(),
        ["diff"] = x => x.diff(),
        ["chunk"] = x => x.chunk(2, -1)[0],
        ["to_i64"] = x => x.@long(),
        ["to_u8"] = x => x.to(ScalarType.Byte),
        ["to_b"] = x => x.@bool(),
        ["to_f16"] = x => x.half(),
        ["to_bf16"] = x => x.bfloat16(),
        ["topk"] = x => x.topk(2, -1).values,
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> s_two = new()
    {
        ["add"] = (a, b) => a + b,
        ["sub"] = (a, b) => a - b,
        ["mul"] = (a, b) => a * b,
        ["div"] = (a, b) => a / b,
        ["remainder"] = (a, b) => a % b,
        ["fmod"] = (a, b) => a.fmod(b),
        ["maximum"] = (a, b) => a.maximum(b),
        ["minimum"] = (a, b) => a.minimum(b),
        ["eq"] = (a, b) => a == b,
        ["ne"] = (a, b) => a != b,
        ["lt"] = (a, b) => a < b,
        ["le"] = (a, b) => a <= b,
        ["gt"] = (a, b) => a > b,
        ["ge"] = (a, b) => a >= b,
        ["floor_divide"] = (a, b) => a.floor_divide(b),
        ["logical_and"] = (a, b) => a.logical_and(b),
        ["logical_or"] = (a, b) => a.logical_or(b),
        ["logical_xor"] = (a, b) => a.logical_xor(b),
        ["bitwise_and"] = (a, b) => a & b,
        ["bitwise_or"] = (a, b) => a | b,
        ["bitwise_xor"] = (a, b) => a ^ b,
        ["gcd"] = (a, b) => a.gcd(b),
        ["atan2"] = (a, b) => a.atan2(b),
        ["hypot"] = (a, b) => a.hypot(b),
        ["pow"] = (a, b) => a.pow(b),
        ["xlogy"] = (a, b) => a.xlogy(b),
        ["logaddexp"] = (a, b) => a.logaddexp(b),
        ["copysign"] = (a, b) => a.copysign(b),
        ["fmax"] = (a, b) => a.fmax(b),
        ["fmin"] = (a, b) => a.fmin(b),
    };

    [Fact]
    public void Every_operation_gives_PyTorchs_values()
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var entry in GoldenFile.Json("tensor_ops.json").EnumerateObject())
        {
            if (entry.Name == "torch") continue;
            var key = entry.Name.Split('|');
            if (GenuineDifferencesAttribute.Except($"{nameof(Operations_against_PyTorch)} {entry.Name}")) continue;
            count++;
            try
            {
                using var scope = NewDisposeScope();
                using var result = key.Length == 3
                    ? s_one[key[0]](HashedInputs.Make(key[1], key[2], 1))
                    : s_two[key[0]](HashedInputs.Make(key[1], key[2], 1), Divisor(key[0], HashedInputs.Make(key[3], key[4], 2)));
                if (Difference(result, entry.Value) is { } difference) failures.Add($"{entry.Name}: {difference}");
            }
            catch (Exception error)
            {
                failures.Add($"{entry.Name}: {error.GetType().Name} {error.Message}");
            }
        }
        Assert.True(failures.Count == 0, $"{failures.Count} of {count} differ:\n{string.Join("\n", failures.Take(60))}");
        Assert.True(count > 2000);
    }

    private static Tensor Divisor(string op, Tensor x) => op is "remainder" or "fmod" or "floor_divide" && !x.is_floating_point() ? x.masked_fill(x == 0, 1) : x;

    private static string? Difference(Tensor actual, JsonElement expected)
    {
        var type = actual.dtype switch
        {
            ScalarType.Bool => "bool",
            ScalarType.Byte => "uint8",
            var t => t.ToString().ToLowerInvariant(),
        };
        if (type != expected[0].GetString()) return $"type {type}, expected {expected[0]}";
        var shape = expected[1].EnumerateArray().Select(v => v.GetInt64()).ToArray();
        if (!actual.shape.SequenceEqual(shape)) return $"shape [{string.Join(",", actual.shape)}], expected {expected[1]}";
        var values = actual.numel() == 0 ? [] : actual.to(ScalarType.Float64).data<double>().ToArray();
        var step = Math.Max(1, values.Length / 8);
        var tolerance = actual.dtype switch { ScalarType.Float64 => 1e-10, ScalarType.Float16 => 1e-3, ScalarType.BFloat16 => 8e-3, _ => 1e-5 };
        var wanted = expected[2].EnumerateArray().Select(Number).ToArray();
        for (var i = 0; i < wanted.Length; i++)
        {
            var value = values[i * step];
            if (!Close(value, wanted[i], tolerance, tolerance * 1e-2)) return $"element {i * step} is {value:R}, expected {wanted[i]:R}";
        }
        var hash = HashedInputs.Hashed(values.Length, 99);
        var sum = values.Zip(hash, (v, h) => v * h).Sum();
        var size = values.Zip(hash, (v, h) => double.IsFinite(v) ? Math.Abs(v * h) : 0).Sum();
        return Close(sum, Number(expected[3]), tolerance, tolerance * (size + 1e-2)) ? null : $"weighted sum is {sum:R}, expected {expected[3]}";
    }

    private static bool Close(double a, double b, double relative, double absolute) =>
        double.IsNaN(b) ? double.IsNaN(a) : double.IsInfinity(b) ? a == b : Math.Abs(a - b) <= absolute + relative * Math.Abs(b);

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString() switch { "nan" => double.NaN, "inf" => double.PositiveInfinity, _ => double.NegativeInfinity }
        : value.GetDouble();
}
