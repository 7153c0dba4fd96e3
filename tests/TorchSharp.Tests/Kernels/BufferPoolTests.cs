using System.Runtime.InteropServices;
using TorchSharp.Memory;

namespace TorchSharp.Tests.Kernels;

[Collection(Alone.Name)]
public unsafe class BufferPoolTests
{
    [Fact]
    public void Blocks_of_every_size_are_aligned_and_hold_what_was_asked_for()
    {
        for (long bytes = 0; bytes < 200_000; bytes = bytes * 9 / 8 + 1)
        {
            var p = BufferPool.Rent(bytes);
            Assert.Equal(0, p % 64);
            new Span<byte>((void*)p, (int)bytes).Fill(0xA5);
            BufferPool.Return(p);
        }
    }

    [Fact]
    public void A_returned_block_is_the_next_one_of_its_size()
    {
        const long odd = 7_654_321;
        var p = BufferPool.Rent(odd);
        BufferPool.Return(p);
        var q = BufferPool.Rent(odd);
        BufferPool.Return(q);
        Assert.Equal(p, q);
    }

    [Fact]
    public void A_free_block_of_up_to_twice_the_size_serves_a_request()
    {
        BufferPool.Trim();
        var live = BufferPool.LiveBytes;
        var large = BufferPool.Rent(150_000_000);
        BufferPool.Return(large);
        var smaller = BufferPool.Rent(80_000_000);
        Assert.Equal(large, smaller);
        BufferPool.Return(smaller);
        var small = BufferPool.Rent(60_000_000);
        Assert.NotEqual(large, small);
        BufferPool.Return(small);
        Assert.Equal(live, BufferPool.LiveBytes);
    }

    [Fact]
    public void A_large_fresh_block_replaces_a_free_one_of_more_than_half_its_size()
    {
        BufferPool.Trim();
        BufferPool.Return(BufferPool.Rent(80_000_000));
        BufferPool.Return(BufferPool.Rent(30_000_000));
        var pooled = BufferPool.PooledBytes;
        var large = BufferPool.Rent(100_000_000);
        Assert.InRange(pooled - BufferPool.PooledBytes, 80_000_000, 90_000_000);
        BufferPool.Return(large);
        Assert.Equal(large, BufferPool.Rent(80_000_000));
        BufferPool.Return(large);
    }

    [Fact]
    public void A_block_returned_twice_is_refused()
    {
        var p = BufferPool.Rent(100_003);
        BufferPool.Return(p);
        Assert.Throws<InvalidOperationException>(() => BufferPool.Return(p));
    }

    [Theory]
    [InlineData(1L << 50)]
    [InlineData(long.MaxValue)]
    public void A_request_too_large_names_its_bytes(long bytes)
    {
        var e = Assert.Throws<ExternalException>(() => BufferPool.Rent(bytes));
        Assert.Contains($"{bytes} bytes", e.Message);
    }

    [Fact]
    public void Blocks_rented_at_once_by_several_threads_do_not_overlap()
    {
        var threads = Enumerable.Range(1, 4).Select(id => new Thread(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                var n = 64 + (i * 37 % 4000);
                var p = (byte*)BufferPool.Rent(n);
                new Span<byte>(p, n).Fill((byte)id);
                Assert.Equal(-1, new Span<byte>(p, n).IndexOfAnyExcept((byte)id));
                BufferPool.Return((nint)p);
            }
        })).ToArray();
        foreach (var t in threads) t.Start();
        foreach (var t in threads) t.Join();
    }
}
