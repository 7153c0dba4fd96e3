using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Transposes matrices in register-sized blocks, so that both sides are read and written by whole cache lines.</summary>
internal static unsafe class Transposition
{
    /// <summary>destination[j, i] = source[i, j] for a block of 8 by 8 floats; pitches in elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block8x8(float* source, long sourcePitch, float* destination, long destinationPitch)
    {
        if (!Avx.IsSupported)
        {
            for (var i = 0; i < 8; i++)
                for (var j = 0; j < 8; j++)
                    destination[j * destinationPitch + i] = source[i * sourcePitch + j];
            return;
        }
        var low = source + 4 * sourcePitch;
        Store(Vector256.Load(source), Vector256.Load(source + sourcePitch), Vector256.Load(source + 2 * sourcePitch), Vector256.Load(source + 3 * sourcePitch),
            Vector256.Load(low), Vector256.Load(low + sourcePitch), Vector256.Load(low + 2 * sourcePitch), Vector256.Load(low + 3 * sourcePitch),
            destination, destinationPitch);
    }

    /// <summary>
    /// The same for 6 rows of 8 floats, where AVX is there. The rows of the destination are written in order, each with two
    /// floats too many, which its next row overwrites; so one row more has to follow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block6x8(float* source, long sourcePitch, float* destination, long destinationPitch)
    {
        var low = source + 4 * sourcePitch;
        Store(Vector256.Load(source), Vector256.Load(source + sourcePitch), Vector256.Load(source + 2 * sourcePitch), Vector256.Load(source + 3 * sourcePitch),
            Vector256.Load(low), Vector256.Load(low + sourcePitch), default, default, destination, destinationPitch);
    }

    // Pairs, then quadruples within each 128-bit half, then the halves change places.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> r0, Vector256<float> r1, Vector256<float> r2, Vector256<float> r3,
        Vector256<float> r4, Vector256<float> r5, Vector256<float> r6, Vector256<float> r7, float* destination, long destinationPitch)
    {
        Vector256<float> t0 = Avx.UnpackLow(r0, r1), t1 = Avx.UnpackHigh(r0, r1), t2 = Avx.UnpackLow(r2, r3), t3 = Avx.UnpackHigh(r2, r3);
        Vector256<float> t4 = Avx.UnpackLow(r4, r5), t5 = Avx.UnpackHigh(r4, r5), t6 = Avx.UnpackLow(r6, r7), t7 = Avx.UnpackHigh(r6, r7);
        r0 = Avx.Shuffle(t0, t2, 0x44);
        r1 = Avx.Shuffle(t0, t2, 0xEE);
        r2 = Avx.Shuffle(t1, t3, 0x44);
        r3 = Avx.Shuffle(t1, t3, 0xEE);
        r4 = Avx.Shuffle(t4, t6, 0x44);
        r5 = Avx.Shuffle(t4, t6, 0xEE);
        r6 = Avx.Shuffle(t5, t7, 0x44);
        r7 = Avx.Shuffle(t5, t7, 0xEE);
        Avx.Permute2x128(r0, r4, 0x20).Store(destination);
        Avx.Permute2x128(r1, r5, 0x20).Store(destination + destinationPitch);
        Avx.Permute2x128(r2, r6, 0x20).Store(destination + 2 * destinationPitch);
        Avx.Permute2x128(r3, r7, 0x20).Store(destination + 3 * destinationPitch);
        destination += 4 * destinationPitch;
        Avx.Permute2x128(r0, r4, 0x31).Store(destination);
        Avx.Permute2x128(r1, r5, 0x31).Store(destination + destinationPitch);
        Avx.Permute2x128(r2, r6, 0x31).Store(destination + 2 * destinationPitch);
        Avx.Permute2x128(r3, r7, 0x31).Store(destination + 3 * destinationPitch);
    }

    /// <summary>destination[j, i] = source[i, j] for a matrix of rows by columns; pitches in elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Matrix<T>(T* source, long sourcePitch, long rows, long columns, T* destination, long destinationPitch)
        where T : unmanaged
    {
        if (sizeof(T) == 4 && Avx.IsSupported)
        {
            if (rows == 2 && destinationPitch == 2)
            {
                Pairs((float*)source, (float*)source + sourcePitch, columns, (float*)destination);
                return;
            }
            long j = 0;
            // Sixteen columns at a time, so that a line of the source is read as a whole.
            for (; j + 8 <= columns; j += 16)
            {
                var both = j + 16 <= columns;
                for (long i = 0; i + 8 <= rows; i += 8)
                {
                    var from = (float*)source + i * sourcePitch + j;
                    var to = (float*)destination + j * destinationPitch + i;
                    Block8x8(from, sourcePitch, to, destinationPitch);
                    if (both) Block8x8(from + 8, sourcePitch, to + 8 * destinationPitch, destinationPitch);
                }
            }
            var (wholeRows, wholeColumns) = (rows & -8, columns & -8);
            Elements(source + wholeColumns, sourcePitch, wholeRows, columns - wholeColumns, destination + wholeColumns * destinationPitch, destinationPitch);
            source += wholeRows * sourcePitch;
            destination += wholeRows;
            rows -= wholeRows;
        }
        Elements(source, sourcePitch, rows, columns, destination, destinationPitch);
    }

    // The longer side innermost.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Elements<T>(T* source, long sourcePitch, long rows, long columns, T* destination, long destinationPitch) where T : unmanaged
    {
        if (rows > columns)
            for (long j = 0; j < columns; j++)
                for (long i = 0; i < rows; i++) destination[j * destinationPitch + i] = source[i * sourcePitch + j];
        else
            for (long i = 0; i < rows; i++)
                for (long j = 0; j < columns; j++) destination[j * destinationPitch + i] = source[i * sourcePitch + j];
    }

    // Two rows, element by element in turn.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pairs(float* a, float* b, long columns, float* destination)
    {
        long j = 0;
        for (; j + 8 <= columns; j += 8)
        {
            Vector256<float> x = Vector256.Load(a + j), y = Vector256.Load(b + j);
            Vector256<float> low = Avx.UnpackLow(x, y), high = Avx.UnpackHigh(x, y);
            Avx.Permute2x128(low, high, 0x20).Store(destination + 2 * j);
            Avx.Permute2x128(low, high, 0x31).Store(destination + 2 * j + 8);
        }
        for (; j < columns; j++) (destination[2 * j], destination[2 * j + 1]) = (a[j], b[j]);
    }
}
