using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace TorchSharp.Threading;

/// <summary>
/// One persistent team of threads for the kernels. A loop is cut into chunks of a fixed grain that the caller and
/// the workers claim in turn; a chunk's bounds depend on the grain alone, never on the number of threads, so a kernel
/// that reduces per chunk gives the same bits on any machine. Nested or concurrent loops run on their caller.
/// </summary>
internal static unsafe class WorkerTeam
{
    // State word: generation (upper bits) | open (bit 16) | number of workers inside the job (bits 0 to 15).
    private const long Open = 1L << 16;
    private const long Generation = 1L << 17;
    private static readonly long s_spinTicks = Stopwatch.Frequency / 20_000; // 50 microseconds
    private static readonly SemaphoreSlim s_wake = new(0);
    private static readonly Lock s_grow = new();

    private static int s_threads = Environment.ProcessorCount;
    private static int s_workers;
    private static int s_parked;
    private static int s_claimed;
    private static long s_state;

    // The job. Written before the state opens, read by workers after they joined.
    private static delegate*<void*, long, long, void> s_body;
    private static void* s_context;
    private static long s_count;
    private static long s_grain;
    private static long s_next;
    private static Exception? s_fault;

    [ThreadStatic] private static bool t_inside;

    /// <summary>How many threads, the caller included, share a loop (torch.set_num_threads).</summary>
    public static int Threads
    {
        get => Volatile.Read(ref s_threads);
        set
        {
            if (value < 1) throw new ArgumentException($"The number of threads has to be positive, but {value} was given.", nameof(value));
            Volatile.Write(ref s_threads, value);
        }
    }

    /// <summary>Runs the body over [0, count) in chunks of <paramref name="grain"/>; returns when all are done.</summary>
    public static void For<TBody>(long count, long grain, TBody body) where TBody : struct, IRangeBody
    {
        if (count <= 0) return;
        if (grain < 1) grain = 1;
        if (count <= grain)
        {
            body.Run(0, count);
            return;
        }
        // The struct stays on this stack frame until every worker has left, so its address is stable.
        Dispatch(count, grain, &Invoke<TBody>, Unsafe.AsPointer(ref body));
    }

    /// <summary>The same for a delegate; allocates the closure, so hot kernels use a struct body.</summary>
    public static void For(long count, long grain, Action<long, long> body) => For(count, grain, new DelegateBody(body));

    private readonly struct DelegateBody(Action<long, long> body) : IRangeBody
    {
        public void Run(long from, long to) => body(from, to);
    }

    private static void Invoke<TBody>(void* context, long from, long to) where TBody : struct, IRangeBody =>
        Unsafe.AsRef<TBody>(context).Run(from, to);

    private static void Dispatch(long count, long grain, delegate*<void*, long, long, void> body, void* context)
    {
        var helpers = (int)Math.Min(Threads - 1, (count - 1) / grain);
        if (helpers <= 0 || t_inside || Interlocked.CompareExchange(ref s_claimed, 1, 0) != 0)
        {
            for (long from = 0; from < count; from += grain) body(context, from, Math.Min(from + grain, count));
            return;
        }
        if (Volatile.Read(ref s_workers) < helpers) Grow(helpers);

        t_inside = true;
        s_body = body;
        s_context = context;
        s_count = count;
        s_grain = grain;
        s_next = 0;
        s_fault = null;
        Interlocked.Add(ref s_state, Generation + Open);
        if (Volatile.Read(ref s_parked) > 0)
        {
            var sleeping = Interlocked.Exchange(ref s_parked, 0);
            if (sleeping > 0) s_wake.Release(sleeping);
        }

        RunChunks();

        Interlocked.Add(ref s_state, -Open);
        var spin = new SpinWait();
        while ((Volatile.Read(ref s_state) & (Open - 1)) != 0) spin.SpinOnce(sleep1Threshold: -1);
        var fault = s_fault;
        s_fault = null;
        t_inside = false;
        Volatile.Write(ref s_claimed, 0);
        if (fault is not null) ExceptionDispatchInfo.Throw(fault);
    }

    private static void RunChunks()
    {
        var body = s_body;
        var context = s_context;
        var count = s_count;
        var grain = s_grain;
        try
        {
            while (true)
            {
                var from = Interlocked.Add(ref s_next, grain) - grain;
                if (from >= count) return;
                body(context, from, Math.Min(from + grain, count));
            }
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref s_fault, e, null);
            Volatile.Write(ref s_next, count);
        }
    }

    private static void Grow(int helpers)
    {
        lock (s_grow)
        {
            while (s_workers < helpers)
            {
                var index = s_workers;
                var thread = new Thread(() => Work(index)) { IsBackground = true, Name = $"torch worker {index + 1}" };
                thread.Start();
                Volatile.Write(ref s_workers, index + 1);
            }
        }
    }

    private static void Work(int index)
    {
        t_inside = true;
        long seen = 0;
        while (true)
        {
            var state = Await(seen);
            seen = state / Generation;
            if (index >= Threads - 1) continue;
            // Join only while the job is open; a late worker finds it closed and goes back to waiting.
            while ((state & Open) != 0 && state / Generation == seen)
            {
                var before = Interlocked.CompareExchange(ref s_state, state + 1, state);
                if (before == state)
                {
                    RunChunks();
                    Interlocked.Decrement(ref s_state);
                    break;
                }
                state = before;
            }
        }
    }

    // Spins for a while, as the next kernel of a training step is only microseconds away, then parks.
    private static long Await(long seen)
    {
        var until = Stopwatch.GetTimestamp() + s_spinTicks;
        while (true)
        {
            var state = Volatile.Read(ref s_state);
            if (state / Generation != seen) return state;
            if (Stopwatch.GetTimestamp() < until)
            {
                Thread.SpinWait(8);
                continue;
            }
            Interlocked.Increment(ref s_parked);
            state = Volatile.Read(ref s_state);
            if (state / Generation == seen || !TryUnpark()) s_wake.Wait();
            until = Stopwatch.GetTimestamp() + s_spinTicks;
        }
    }

    private static bool TryUnpark()
    {
        var parked = Volatile.Read(ref s_parked);
        while (parked > 0)
        {
            var before = Interlocked.CompareExchange(ref s_parked, parked - 1, parked);
            if (before == parked) return true;
            parked = before;
        }
        return false; // the caller already counted this worker as asleep, so its token is on the way
    }
}
