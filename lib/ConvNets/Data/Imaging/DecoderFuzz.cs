using System.Buffers.Binary;
using System.Diagnostics;

namespace ConvNets.Data.Imaging;

/// <summary>What came out of feeding damaged files to the decoders.</summary>
/// <param name="Pictures">Files that still gave a picture.</param>
/// <param name="Refused">Files that got a sentence.</param>
/// <param name="Slowest">The longest that one file took.</param>
public sealed record FuzzReport(int Pictures, int Refused, TimeSpan Slowest);

/// <summary>Feeds damaged files to the decoders. Anything but a picture or a <see cref="DataException"/> is thrown on to the caller.</summary>
public static class DecoderFuzz
{
    /// <summary>
    /// Decodes random mutations of the given files: changed bytes and bits, cuts, repeated, removed and exchanged parts, extreme numbers.
    /// </summary>
    /// <param name="files">Sound JPEG and PNG files.</param>
    /// <param name="mutations">How many damaged files to try.</param>
    /// <param name="seed">Repeats a run.</param>
    /// <exception cref="InvalidOperationException">A decoder failed otherwise; the message holds the seed and number that repeat it.</exception>
    public static FuzzReport Run(IReadOnlyList<byte[]> files, int mutations, long seed)
    {
        int pictures = 0, refused = 0;
        var slowest = 0L;
        Parallel.For(0, mutations, n =>
        {
            var bytes = Mutation(files, n, seed);
            var start = Stopwatch.GetTimestamp();
            try
            {
                ImageDecoder.Decode(bytes, "mutation", maxPixels: 4_000_000);
                Interlocked.Increment(ref pictures);
            }
            catch (DataException)
            {
                Interlocked.Increment(ref refused);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Mutation {n} of seed {seed} made the decoder fail: {error.Message}", error);
            }
            var ticks = Stopwatch.GetTimestamp() - start;
            for (var seen = Volatile.Read(ref slowest); ticks > seen;)
            {
                var before = Interlocked.CompareExchange(ref slowest, ticks, seen);
                if (before == seen)
                    break;
                seen = before;
            }
        });
        return new FuzzReport(pictures, refused, Stopwatch.GetElapsedTime(0, slowest));
    }

    /// <summary>The n-th damaged file of a seed.</summary>
    public static byte[] Mutation(IReadOnlyList<byte[]> files, int n, long seed)
    {
        var draw = new Draw(seed, n);
        var bytes = (byte[])files[draw.Int(files.Count)].Clone();
        for (var steps = 1 + draw.Int(4); steps > 0 && bytes.Length > 16; steps--)
        {
            int at = draw.Int(bytes.Length), other = draw.Int(bytes.Length);
            switch (draw.Int(8))
            {
                case 0:
                    bytes[at] = (byte)draw.Int(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << draw.Int(8));
                    break;
                case 2:
                    bytes = bytes[..at];
                    break;
                case 3:
                    bytes = [.. bytes[..at], .. bytes[Math.Min(other, at)..]];
                    break;
                case 4:
                    bytes = [.. bytes[..Math.Min(at, other)], .. bytes[Math.Max(at, other)..]];
                    break;
                case 5:
                    bytes[at] = draw.Chance(0.5) ? (byte)0xFF : (byte)0;
                    break;
                case 6:
                    // The headers matter most: change something near the beginning.
                    bytes[draw.Int(Math.Min(bytes.Length, 700))] = (byte)draw.Int(256);
                    break;
                default:
                    var length = Math.Min(draw.Int(32), bytes.Length - Math.Max(at, other));
                    bytes.AsSpan(at, length).CopyTo(bytes.AsSpan(other));
                    break;
            }
        }
        // Otherwise the check sums of PNG would stop nearly every change before it is read.
        if (PngDecoder.IsPng(bytes) && draw.Chance(0.8))
            RepairCheckSums(bytes);
        return bytes;
    }

    /// <summary>Makes the check sum of every whole chunk of a PNG file right.</summary>
    internal static void RepairCheckSums(Span<byte> png)
    {
        var position = PngFormat.Signature.Length;
        while (position + 12 <= png.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[position..]);
            if (length > png.Length - position - 12)
                return;
            var end = position + 8 + (int)length;
            BinaryPrimitives.WriteUInt32BigEndian(png[end..], Crc32.Append(0, png[(position + 4)..end]));
            position = end + 4;
        }
    }
}
