using TorchSharp.Kernels;

namespace TorchSharp.Tests.Kernels;

public unsafe class HalfConversionTests
{
    [Fact]
    public void Every_half_widens_as_dotnet_has_it()
    {
        var halves = Enumerable.Range(0, 65536).Select(i => BitConverter.UInt16BitsToHalf((ushort)i)).ToArray();
        var wide = new float[halves.Length];
        fixed (Half* x = halves)
        fixed (float* y = wide)
            HalfConversion.Widen(x, y, wide.Length);
        Assert.Equal(halves.Select(h => (float)h), wide);

        var numbers = Enumerable.Range(0, 65536).Select(i => new BFloat16(BitConverter.UInt32BitsToSingle((uint)i << 16))).ToArray();
        fixed (BFloat16* x = numbers)
        fixed (float* y = wide)
            HalfConversion.Widen(x, y, wide.Length);
        Assert.Equal(numbers.Select(h => h.ToSingle()), wide);
    }

    [Fact]
    public void Floats_round_to_the_nearest_half_ties_to_even()
    {
        // Every half, the float above it, and the middle between it and the next with both neighbours; then any bits at all.
        var random = new Random(1);
        var bits = Enumerable.Range(0, 65536)
            .Select(i => BitConverter.SingleToUInt32Bits((float)BitConverter.UInt16BitsToHalf((ushort)i)))
            .SelectMany(b => new[] { b, b + 1, b + 0xFFF, b + 0x1000, b + 0x1001 })
            .Concat(Enumerable.Range(0, 100_003).Select(_ => (uint)random.NextInt64(1L << 32)));
        var floats = bits.Select(BitConverter.UInt32BitsToSingle).ToArray();
        var halves = new Half[floats.Length];
        var numbers = new BFloat16[floats.Length];
        fixed (float* x = floats)
        fixed (Half* y = halves)
        fixed (BFloat16* z = numbers)
        {
            HalfConversion.Narrow(x, y, floats.Length);
            HalfConversion.Narrow(x, z, floats.Length);
        }
        Assert.Equal(floats.Select(f => (Half)f), halves);
        Assert.Equal(floats.Select(f => new BFloat16(f)), numbers);
    }
}
