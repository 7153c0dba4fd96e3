// The thread on which a session's cells run, one after another, with a pump for their awaits: code after an await continues on
// this thread, so that what is bound to a thread (dispose scopes, gradient modes) stays whole. A cell that cannot be stopped
// keeps its thread; the next cell gets a new one.

using System.Collections.Concurrent;

namespace NotebookHost.Session;

internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 16 << 20;

    private readonly BlockingCollection<Action> jobs = [];
    private readonly Thread thread;
    private volatile bool inPump;
    private volatile bool busy;

    internal CellThread()
    {
        thread = new Thread(Work, StackBytes) { IsBackground = true, Name = "cells" };
        thread.Start();
    }

    /// <summary>Runs a job on the thread.</summary>
    internal Task<T> Run<T>(Func<T> job)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        jobs.Add(() =>
        {
            try
            {
                done.SetResult(job());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        return done.Task;
    }

    /// <summary>Runs an asynchronous function to its end on this thread, pumping its continuations.</summary>
    internal T Await<T>(Func<Task<T>> start, CancellationToken stopped)
    {
        using var pump = new Pump();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(pump);
        busy = true;
        try
        {
            var task = start();
            task.ContinueWith(_ => pump.Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted)
            {
                inPump = true;
                Action next;
                try
                {
                    next = pump.Take(stopped);
                }
                finally
                {
                    inPump = false;
                }

                next();
            }

            pump.RunWhatIsLeft();
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            busy = false;
            SynchronizationContext.SetSynchronizationContext(before);
            Absorb();
        }
    }

    /// <summary>Ends a wait, sleep or monitor in which the cell's code hangs. It does nothing where the code computes.</summary>
    internal void WakeIfWaiting()
    {
        if (busy && !inPump && (thread.ThreadState & ThreadState.WaitSleepJoin) != 0)
        {
            thread.Interrupt();
        }
    }

    public void Dispose() => jobs.CompleteAdding();

    private static void Absorb()
    {
        try
        {
            Thread.Sleep(0);
        }
        catch (ThreadInterruptedException)
        {
            // An interrupt that came too late for the cell must not reach the next one.
        }
    }

    private void Work()
    {
        foreach (var job in jobs.GetConsumingEnumerable())
        {
            job();
        }
    }

    private sealed class Pump : SynchronizationContext, IDisposable
    {
        private readonly BlockingCollection<Action> queue = [];
        private volatile bool closed;

        public override void Post(SendOrPostCallback d, object? state)
        {
            if (closed || !TryAdd(() => d(state)))
            {
                // The cell is over: what it left behind goes on elsewhere, and its errors are told where it can be seen.
                ThreadPool.QueueUserWorkItem(_ => RunAfterTheCell(d, state));
            }
        }

        public override void Send(SendOrPostCallback d, object? state) => d(state);

        public override SynchronizationContext CreateCopy() => this;

        public void Dispose() => closed = true;

        internal void Wake() => TryAdd(static () => { });

        internal Action Take(CancellationToken stopped) => queue.Take(stopped);

        internal void RunWhatIsLeft()
        {
            while (queue.TryTake(out var action))
            {
                action();
            }
        }

        private static void RunAfterTheCell(SendOrPostCallback d, object? state)
        {
            try
            {
                d(state);
            }
            catch (Exception exception)
            {
                Console.Error.WriteLine($"After its end, a cell failed with {exception.GetType().Name}: {exception.Message}");
            }
        }

        private bool TryAdd(Action action)
        {
            try
            {
                queue.Add(action);
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }
}
