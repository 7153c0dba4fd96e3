using TorchSharp.Memory;

namespace TorchSharp.Core;

/// <summary>
/// A block of native memory that tensors share. The count of its holders returns it to the pool promptly;
/// a block whose holders were forgotten is returned by the finalizer. Tensors themselves need no finalizer.
/// </summary>
internal sealed class Storage
{
    private const int Recent = 64;

    // A kernel works on raw pointers while nothing but the pointer may refer to the tensor. The storages that a
    // thread used last are therefore held here, so that the collector cannot take one in the middle of a kernel.
    [ThreadStatic] private static Storage?[]? t_recent;
    [ThreadStatic] private static int t_next;

    private nint _data;
    private int _holders = 1;

    /// <summary>Rents <paramref name="bytes"/> bytes; the contents are unspecified.</summary>
    public Storage(long bytes)
    {
        Bytes = bytes;
        _data = BufferPool.Rent(Math.Max(bytes, 1));
    }

    ~Storage() => BufferPool.Return(Interlocked.Exchange(ref _data, 0));

    /// <summary>A storage of the meta device: a size, and no memory.</summary>
    public static Storage Meta(long bytes) => new(bytes, 0) { IsMeta = true };

    private Storage(long bytes, nint data)
    {
        Bytes = bytes;
        _data = data;
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether there is a size and no memory.</summary>
    public bool IsMeta { get; private init; }

    /// <summary>The size in bytes.</summary>
    public long Bytes { get; }

    /// <summary>Counts the in-place changes, seen by every tensor that shares this memory.</summary>
    public int Version { get; set; }

    /// <summary>Whether exactly one tensor uses this memory.</summary>
    public bool IsUnique => Volatile.Read(ref _holders) == 1;

    /// <summary>The address of the memory, kept alive for the calls that follow on this thread.</summary>
    public nint Data
    {
        get
        {
            if (IsMeta) throw new InvalidOperationException("A tensor of the meta device has a shape and no values: build the module on torch.CPU to compute with it.");
            var recent = t_recent ??= new Storage?[Recent];
            recent[t_next++ & (Recent - 1)] = this;
            return _data;
        }
    }

    public void Hold() => Interlocked.Increment(ref _holders);

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) != 0 || IsMeta) return;
        GC.SuppressFinalize(this);
        BufferPool.Return(Interlocked.Exchange(ref _data, 0));
    }
}
