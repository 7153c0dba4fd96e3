using System.Runtime.CompilerServices;

namespace TorchSharp.Memory;

/// <summary>
/// Native blocks for tensors and scratch, 64-byte aligned, kept and reused by size class.
/// The first touch of a fresh page costs microseconds, so a training step that reuses last step's
/// blocks runs up to twice as fast as one that asks the system each time. Contents are not zeroed.
/// </summary>
internal static unsafe class BufferPool
{
    // A block is [64-byte header | payload]. The header remembers the size class and links free blocks.
    private const int HeaderBytes = 64;
    private const int ReadableSlack = 64;          // a kernel may read, never write, one register past the end
    private const int StepsPerOctave = 8;          // classes grow by at most 12.5 %
    private const int FirstOctave = 9;             // below 512 bytes there is one class per 64 bytes
    private const int ClassCount = (62 - FirstOctave) * StepsPerOctave + 8;
    private const int LargestFit = StepsPerOctave; // a free block of up to twice the size is better than a fresh one
    private const long LargeBlock = 48L << 20;
    private const long CollectFactorPercent = 150;
    private const long CollectSlack = 256L << 20;
    private const long HoardSlack = 128L << 20;

    private struct Header
    {
        public Header* Next;
        public int Class;
        public int InUse;
    }

    private sealed class FreeList
    {
        public readonly Lock Gate = new();
        public Header* First;
    }

    private static readonly FreeList[] s_free = CreateLists();
    private static long s_live;
    private static long s_pooled;
    private static long s_peakLive;
    private static long s_peakTotal;
    private static long s_collectAt = CollectSlack;
    private static int s_collecting;

    /// <summary>Bytes in blocks that are rented now, rounded up to their size classes.</summary>
    public static long LiveBytes => Volatile.Read(ref s_live);

    /// <summary>Bytes in blocks that wait to be rented again.</summary>
    public static long PooledBytes => Volatile.Read(ref s_pooled);

    /// <summary>The highest sum of live and pooled bytes seen so far.</summary>
    public static long PeakBytes => Volatile.Read(ref s_peakTotal);

    /// <summary>A block of at least <paramref name="bytes"/> bytes, 64-byte aligned, contents unspecified.</summary>
    /// <exception cref="ExternalException">The machine cannot provide that many bytes.</exception>
    public static nint Rent(long bytes)
    {
        if (bytes < 0) throw TooLarge(bytes);
        var cls = ClassOf(bytes);
        var size = SizeOf(cls);
        if (LiveBytes + size > Volatile.Read(ref s_collectAt)) CollectForgotten();

        var block = PopFitting(cls);
        if (block is null)
        {
            block = Fresh(cls, size, bytes);
        }
        else
        {
            size = SizeOf(block->Class);
            Interlocked.Add(ref s_pooled, -size);
        }
        block->InUse = 1;
        RaiseTo(ref s_peakLive, Interlocked.Add(ref s_live, size));
        return (nint)block + HeaderBytes;
    }

    /// <summary>Gives a block of <see cref="Rent"/> back. Zero is allowed and does nothing.</summary>
    public static void Return(nint p)
    {
        if (p == 0) return;
        var block = (Header*)(p - HeaderBytes);
        if (Interlocked.Exchange(ref block->InUse, 0) != 1)
            throw new InvalidOperationException("A buffer was returned to the pool twice, or never came from it.");
        var cls = block->Class;
        var size = SizeOf(cls);
        Interlocked.Add(ref s_live, -size);
        var list = s_free[cls];
        lock (list.Gate)
        {
            block->Next = list.First;
            list.First = block;
        }
        Interlocked.Add(ref s_pooled, size);
    }

    /// <summary>Gives every pooled block back to the operating system.</summary>
    public static void Trim() => Release(long.MaxValue, ClassCount - 1, 0);

    private static Header* Fresh(int cls, long size, long asked)
    {
        // Blocks of other classes are let go before the total runs far past what was ever needed at once.
        var excess = LiveBytes + PooledBytes + size - (Volatile.Read(ref s_peakLive) * 3 / 2 + HoardSlack);
        Release(excess, ClassCount - 1, 0);
        // A large one replaces free blocks down to half its size, for which it can stand in: a training step of nin-cifar
        // needs a fifth less memory this way.
        if (size >= LargeBlock) Release(size, cls - 1, cls - LargestFit);

        var block = TryAllocate(size);
        if (block is null)
        {
            CollectForgotten();
            Trim();
            block = TryAllocate(size);
        }
        if (block is null) throw TooLarge(asked);
        block->Class = cls;
        RaiseTo(ref s_peakTotal, LiveBytes + PooledBytes + size);
        return block;
    }

    private static Header* TryAllocate(long size)
    {
        // Systems that overcommit would hand out the address space and kill the process at the first touch.
        if (LiveBytes + PooledBytes + size > Physical) return null;
        try
        {
            return (Header*)NativeMemory.AlignedAlloc((nuint)size + HeaderBytes + ReadableSlack, 64);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    // The runtime reports three quarters of a container's limit as available to its own heap.
    private static long Physical { get; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 3 * 4;

    // Networks whose layers all differ in size would else keep a block for each: a training step of a DenseNet needs a fifth
    // less memory this way.
    private static Header* PopFitting(int cls)
    {
        var last = Math.Min(cls + LargestFit, ClassCount - 1);
        for (var fit = cls; fit <= last; fit++)
            if (Pop(fit) is var block && block is not null) return block;
        return null;
    }

    private static Header* Pop(int cls)
    {
        var list = s_free[cls];
        if (list.First is null) return null;
        lock (list.Gate)
        {
            var block = list.First;
            if (block is not null) list.First = block->Next;
            return block;
        }
    }

    private static void Release(long bytes, int highest, int lowest)
    {
        for (var cls = highest; cls >= lowest && bytes > 0; cls--)
        {
            while (bytes > 0)
            {
                var block = Pop(cls);
                if (block is null) break;
                var size = SizeOf(cls);
                NativeMemory.AlignedFree(block);
                Interlocked.Add(ref s_pooled, -size);
                bytes -= size;
            }
        }
    }

    // Tensors that nobody disposed hold native memory that the garbage collector does not see. When live bytes
    // run far past the level after the last collection, one full collection lets their finalizers return it.
    private static void CollectForgotten()
    {
        if (Interlocked.Exchange(ref s_collecting, 1) != 0) return;
        try
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Volatile.Write(ref s_collectAt, LiveBytes * CollectFactorPercent / 100 + CollectSlack);
        }
        finally
        {
            Volatile.Write(ref s_collecting, 0);
        }
    }

    private static ExternalException TooLarge(long bytes) => new(
        $"Not enough memory: tried to allocate {bytes} bytes while {LiveBytes} bytes are in use; use smaller tensors or a smaller batch, or dispose what is no longer needed.");

    private static void RaiseTo(ref long target, long value)
    {
        var seen = Volatile.Read(ref target);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }

    // Size classes: multiples of 64 up to 512, then eight steps per octave.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ClassOf(long bytes)
    {
        if (bytes <= 512) return (int)((Math.Max(bytes, 1) + 63) / 64) - 1;
        if (bytes > 1L << 60) throw TooLarge(bytes);
        var octave = 63 - (int)long.LeadingZeroCount(bytes - 1);
        var step = (int)((bytes - 1) >> (octave - 3)) & (StepsPerOctave - 1);
        return 8 + (octave - FirstOctave) * StepsPerOctave + step;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long SizeOf(int cls)
    {
        if (cls < 8) return (cls + 1) * 64L;
        var octave = (cls - 8) / StepsPerOctave + FirstOctave;
        var step = (cls - 8) % StepsPerOctave;
        return (long)(StepsPerOctave + step + 1) << (octave - 3);
    }

    private static FreeList[] CreateLists()
    {
        var lists = new FreeList[ClassCount];
        for (var i = 0; i < lists.Length; i++) lists[i] = new FreeList();
        return lists;
    }
}
