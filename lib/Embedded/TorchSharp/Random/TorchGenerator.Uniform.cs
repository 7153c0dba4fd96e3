using System.Runtime.Intrinsics;

namespace TorchSharp;

// Uniform numbers on [from, to): the low 24 bits of one word for a float, the low 53 bits of two words for a double,
// as PyTorch's uniform_real_distribution draws them.
internal sealed partial class TorchGenerator
{
    private const int ChunkWords = 1024;
    private const uint FloatMask = (1u << 24) - 1;
    private const float FloatStep = 1f / (1 << 24);
    private const ulong DoubleMask = (1ul << 53) - 1;
    private const double DoubleStep = 1.0 / (1ul << 53);

    /// <summary>Fills a span with float32 numbers, uniform on [from, to).</summary>
    internal void Uniform(Span<float> values, double from, double to)
    {
        lock (_gate)
        {
            FillUniform(values, (float)from, (float)to);
        }
    }

    /// <summary>Fills a span with float64 numbers, uniform on [from, to).</summary>
    internal void Uniform(Span<double> values, double from, double to)
    {
        lock (_gate)
        {
            FillUniform(values, from, to);
        }
    }

    /// <summary>One float64 number, uniform on [0, 1).</summary>
    internal double NextUniform()
    {
        lock (_gate)
        {
            return DrawUniform();
        }
    }

    private double DrawUniform() => (Draw64() & DoubleMask) * DoubleStep;

    private float DrawUniformSingle() => (_engine.Next() & FloatMask) * FloatStep;

    private void FillUniform(Span<float> values, float from, float to)
    {
        // The words are drawn into the span's own memory and converted where they lie.
        _engine.Fill(MemoryMarshal.Cast<float, uint>(values));
        ref var word = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<float, uint>(values));
        ref var value = ref MemoryMarshal.GetReference(values);
        var range = to - from;
        nuint i = 0;
        var count = (nuint)values.Length;
        for (; i + (nuint)Vector256<float>.Count <= count; i += (nuint)Vector256<float>.Count)
        {
            var bits = Vector256.LoadUnsafe(ref word, i) & Vector256.Create(FloatMask);
            var unit = Vector256.ConvertToSingle(bits.AsInt32()) * FloatStep;
            Vector256.FusedMultiplyAdd(unit, Vector256.Create(range), Vector256.Create(from)).StoreUnsafe(ref value, i);
        }

        for (; i < count; i++)
        {
            var unit = (MemoryMarshal.Cast<float, uint>(values)[(int)i] & FloatMask) * FloatStep;
            values[(int)i] = float.FusedMultiplyAdd(unit, range, from);
        }
    }

    private void FillUniform(Span<double> values, double from, double to)
    {
        Span<uint> words = stackalloc uint[ChunkWords];
        var range = to - from;
        while (values.Length > 0)
        {
            var count = Math.Min(values.Length, ChunkWords / 2);
            _engine.Fill(words[..(2 * count)]);
            for (var i = 0; i < count; i++)
            {
                var bits = ((ulong)words[2 * i] << 32) | words[2 * i + 1];
                values[i] = double.FusedMultiplyAdd((bits & DoubleMask) * DoubleStep, range, from);
            }

            values = values[count..];
        }
    }
}
