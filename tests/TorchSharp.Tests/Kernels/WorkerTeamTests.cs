using TorchSharp.Threading;

namespace TorchSharp.Tests.Kernels;

public class WorkerTeamTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1000, 1)]
    [InlineData(1000, 7)]
    [InlineData(1000, 5000)]
    public void Every_index_is_visited_once_in_chunks_of_the_grain(int count, int grain)
    {
        for (var repeat = 0; repeat < 200; repeat++)
        {
            var visits = new int[count];
            WorkerTeam.For(count, grain, (from, to) =>
            {
                Assert.Equal(0, from % grain);
                for (var i = from; i < to; i++) Interlocked.Increment(ref visits[i]);
            });
            Assert.All(visits, v => Assert.Equal(1, v));
        }
    }

    [Fact]
    public void A_nested_loop_runs_on_its_caller()
    {
        var sum = 0L;
        WorkerTeam.For(16, 1, (from, to) =>
        {
            var thread = Environment.CurrentManagedThreadId;
            WorkerTeam.For(100, 10, (a, b) =>
            {
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                Interlocked.Add(ref sum, b - a);
            });
        });
        Assert.Equal(1600, sum);
    }

    [Fact]
    public void An_exception_reaches_the_caller_and_the_team_lives_on()
    {
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var e = Assert.Throws<InvalidOperationException>(() => WorkerTeam.For(64, 1, (from, _) =>
            {
                if (from == 33) throw new InvalidOperationException("chunk 33");
            }));
            Assert.Equal("chunk 33", e.Message);
            var n = 0L;
            WorkerTeam.For(64, 1, (a, b) => Interlocked.Add(ref n, b - a));
            Assert.Equal(64, n);
        }
    }

    [Fact]
    public void Loops_from_several_threads_at_once_all_finish()
    {
        var total = 0L;
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 300; i++) WorkerTeam.For(40, 3, (a, b) => Interlocked.Add(ref total, b - a));
        })).ToArray();
        foreach (var t in threads) t.Start();
        foreach (var t in threads) t.Join();
        Assert.Equal(4 * 300 * 40, total);
    }

    [Fact]
    public void A_struct_body_is_dispatched_without_garbage()
    {
        WorkerTeam.For(64, 1, new Nothing());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) WorkerTeam.For(64, 1, new Nothing());
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Zero_threads_are_refused_in_a_sentence()
    {
        var e = Assert.Throws<ArgumentException>(() => WorkerTeam.Threads = 0);
        Assert.Contains("positive", e.Message);
    }

    private readonly struct Nothing : IRangeBody
    {
        public void Run(long from, long to) { }
    }
}
