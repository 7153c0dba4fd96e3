using System.Runtime.ExceptionServices;

namespace ConvNets.Data;

/// <summary>Makes items on background threads, a bounded number of them ahead of the reader, and hands them out in order.</summary>
internal static class Prefetch
{
    /// <summary>
    /// Yields make(0), make(1), ... make(count - 1). At most <paramref name="ahead"/> items are made and not yet taken. What a worker throws
    /// is thrown to the reader when its item's turn comes; leaving the loop early stops the workers before it returns.
    /// </summary>
    public static IEnumerable<T> Ordered<T>(
        int count, Func<int, T> make, int workers, int ahead, CancellationToken cancellation = default) where T : class
    {
        using var run = new Run<T>(count, make, Math.Max(1, Math.Min(workers, count)), Math.Max(1, ahead), cancellation);
        for (var i = 0; i < count; i++)
            yield return run.Take(i);
    }

    private sealed class Run<T> : IDisposable where T : class
    {
        private readonly object gate = new();
        private readonly int count;
        private readonly Func<int, T> make;
        private readonly CancellationToken cancellation;
        private readonly CancellationTokenRegistration registration;
        private readonly (T? Item, ExceptionDispatchInfo? Error)[] slots;
        private readonly Thread[] threads;
        private int next, taken;
        private bool stopped;

        public Run(int count, Func<int, T> make, int workers, int ahead, CancellationToken cancellation)
        {
            (this.count, this.make, this.cancellation) = (count, make, cancellation);
            slots = new (T?, ExceptionDispatchInfo?)[ahead];
            threads = new Thread[workers];
            for (var i = 0; i < workers; i++)
            {
                threads[i] = new Thread(Work) { IsBackground = true, Name = $"data {i}" };
                threads[i].Start();
            }
            registration = cancellation.Register(Wake);
        }

        public T Take(int index)
        {
            lock (gate)
            {
                cancellation.ThrowIfCancellationRequested();
                ref var slot = ref slots[index % slots.Length];
                while (slot.Item is null && slot.Error is null)
                {
                    cancellation.ThrowIfCancellationRequested();
                    Monitor.Wait(gate);
                }
                slot.Error?.Throw();
                var item = slot.Item!;
                slot = default;
                taken = index + 1;
                Monitor.PulseAll(gate);
                return item;
            }
        }

        private void Work()
        {
            while (true)
            {
                int index;
                lock (gate)
                {
                    while (!stopped && next < count && next >= taken + slots.Length)
                        Monitor.Wait(gate);
                    if (stopped || next >= count)
                        return;
                    index = next++;
                }
                (T?, ExceptionDispatchInfo?) result;
                try
                {
                    result = (make(index), null);
                }
                catch (Exception error)
                {
                    result = (null, ExceptionDispatchInfo.Capture(error));
                }
                lock (gate)
                {
                    slots[index % slots.Length] = result;
                    // Later items are of no use: the reader stops at this one.
                    stopped |= result.Item2 is not null;
                    Monitor.PulseAll(gate);
                }
            }
        }

        private void Wake()
        {
            lock (gate)
                Monitor.PulseAll(gate);
        }

        public void Dispose()
        {
            lock (gate)
            {
                stopped = true;
                Monitor.PulseAll(gate);
            }
            foreach (var thread in threads)
                thread.Join();
            registration.Dispose();
        }
    }
}
