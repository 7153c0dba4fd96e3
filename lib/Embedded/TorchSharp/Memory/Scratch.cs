namespace TorchSharp.Memory;

/// <summary>A block of the pool for the length of a <c>using</c>.</summary>
internal readonly unsafe ref struct Scratch<T> where T : unmanaged
{
    private readonly nint _block;

    public Scratch(long elements)
    {
        _block = BufferPool.Rent(checked(elements * sizeof(T)));
        Elements = elements;
    }

    public long Elements { get; }

    public T* Pointer => (T*)_block;

    public void Dispose() => BufferPool.Return(_block);
}
