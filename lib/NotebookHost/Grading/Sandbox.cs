// The parent's side of one child: starts it when it is needed, asks one thing at a time, watches what it uses, and ends it as a
// tree the moment it breaks a rule. The next request meets a fresh child.

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace NotebookHost.Grading;

/// <summary>A child process that answers requests with plain data.</summary>
/// <param name="isolation">How it is started.</param>
/// <param name="limits">What it may use.</param>
/// <param name="role">What it is for.</param>
public sealed class Sandbox(Isolation isolation, SandboxLimits limits, string role = "runner") : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private static readonly ConcurrentDictionary<Child, bool> Running = new();

    private readonly Lock gate = new();
    private Child? child;

    // A child ends with this program anyway; what is gained is its scratch folder.
    static Sandbox() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var child in Running.Keys)
        {
            child.Dispose();
        }
    };

    /// <summary>The limits that hold.</summary>
    public SandboxLimits Limits => limits;

    /// <summary>How many children were started; what was loaded into an earlier one is gone.</summary>
    public int Generation { get; private set; }

    /// <summary>What the last request took: processor time, also of a start of the child, or time on the clock where it mostly waited.</summary>
    internal TimeSpan LastTime { get; private set; }

    /// <summary>Starts the child, so that a first request need not wait.</summary>
    public void WarmUp()
    {
        lock (gate)
        {
            Ensure();
        }
    }

    /// <summary>Asks the child and returns its answer: a status and what belongs to it.</summary>
    /// <exception cref="FaultException">It broke a limit, ended, or answered what is no answer. It is gone then.</exception>
    internal object?[] Ask(string verb, object?[] arguments, TimeSpan processor)
    {
        lock (gate)
        {
            var running = Ensure();
            var (start, clock) = (TimeSpan.Zero, Stopwatch.StartNew());
            try
            {
                start = running.AwaitReady();
                clock.Restart();
                var answer = running.Ask(verb, arguments, processor, limits);
                LastTime = start + Longer(running.Taken, clock.Elapsed / limits.Patience);
                return answer;
            }
            catch (FaultException fault)
            {
                LastTime = start + Longer(running.Taken, fault.Kind == FaultKind.Timeout ? Shorter(clock.Elapsed, processor) : clock.Elapsed / limits.Patience);
                End();
                throw;
            }
        }
    }

    /// <summary>Runs several requests that belong to one child.</summary>
    internal T Together<T>(Func<T> requests)
    {
        lock (gate)
        {
            return requests();
        }
    }

    /// <summary>Ends the child; the next request starts a fresh one.</summary>
    public void End()
    {
        lock (gate)
        {
            child?.Dispose();
            child = null;
        }
    }

    /// <summary>Ends the child when it has used a good part of what one child may: what comes next must not run into limits that others used up.</summary>
    public void EndIfWorn()
    {
        lock (gate)
        {
            if (child?.Use is { } use && limits.AreNearFor(use.Processor, use.Resident))
            {
                End();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => End();

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private Child Ensure()
    {
        if (child is null)
        {
            child = new Child(isolation, limits, role);
            Generation++;
        }

        return child;
    }

    private sealed class Child : IDisposable
    {
        private readonly string scratch = Directory.CreateTempSubdirectory("course-sandbox-").FullName;
        private readonly BlockingCollection<object> answers = new(1);
        private readonly Process process;
        private readonly Stream input;
        private readonly int ownProcesses;
        private bool ready;

        public Child(Isolation isolation, SandboxLimits limits, string role)
        {
            ownProcesses = isolation.OwnProcesses;
            process = Starter.Start(isolation.Start(limits, scratch, role)) ?? throw new FaultException(FaultKind.Crashed, "The process of the submission did not start.");
            input = process.StandardInput.BaseStream;
            Begin(Read, "answers");
            Begin(Drain, "errors");
            Running[this] = true;
        }

        /// <summary>Processor time of the last request, as far as it was seen.</summary>
        public TimeSpan Taken { get; private set; }

        /// <summary>What it uses now.</summary>
        public ProcessUse Use => ProcessTree.Of(process);

        /// <summary>Waits until it has come up; only then a request's time counts.</summary>
        /// <returns>The processor time of the start; nothing where it was up already.</returns>
        public TimeSpan AwaitReady()
        {
            if (ready)
            {
                return TimeSpan.Zero;
            }

            if (!answers.TryTake(out var first, StartLimit))
            {
                throw new FaultException(FaultKind.Crashed, "The process of the submission did not start.");
            }

            Checked(first, SandboxProcess.Ready);
            ready = true;
            return Use.Processor;
        }

        public object?[] Ask(string verb, object?[] arguments, TimeSpan processor, SandboxLimits limits)
        {
            var nonce = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8));
            var message = PlainData.Bytes([nonce, verb, .. arguments]);
            var before = Use;
            var (clock, waiting) = (Stopwatch.StartNew(), new Stopwatch());
            Taken = TimeSpan.Zero;

            // A child that does not read must not hold the grader.
            var sending = Task.Run(() => Send(message));
            while (true)
            {
                if (answers.TryTake(out var answer, clock.ElapsedMilliseconds < 200 ? 20 : 60))
                {
                    Took(before, Use);
                    return Checked(answer, nonce);
                }

                Watch(before, clock.Elapsed, processor, limits);
                WatchWaiting(waiting, sending.IsCompleted, limits);
            }
        }

        public void Dispose()
        {
            if (!Running.TryRemove(this, out _))
            {
                return;
            }

            Kill();
            process.Dispose();
            try
            {
                Directory.Delete(scratch, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A folder of a few bytes stays behind in the system's temporary folder, which cleans itself.
            }
        }

        private static object?[] Checked(object answer, long nonce)
        {
            if (answer is not byte[] bytes)
            {
                throw (FaultException)answer;
            }

            try
            {
                return PlainData.Values(bytes) is [long echoed, string, string, ..] values && echoed == nonce
                    ? values[1..]
                    : throw new WireException("it does not belong to the question");
            }
            catch (WireException exception)
            {
                throw new FaultException(FaultKind.Protocol, $"The process of the submission sent what is no answer: {exception.Message}.");
            }
        }

        private void Send(byte[] message)
        {
            try
            {
                Frames.Write(input, message);
            }
            catch (IOException)
            {
                // The reader of its answers notices the end.
            }
            catch (ObjectDisposedException)
            {
                // It was ended meanwhile.
            }
        }

        private void Watch(ProcessUse before, TimeSpan elapsed, TimeSpan processor, SandboxLimits limits)
        {
            var use = Took(before, Use);
            var wall = (processor * limits.Patience) + limits.Slack;
            if (use.Processor - before.Processor > processor || elapsed > wall)
            {
                throw new FaultException(FaultKind.Timeout, string.Create(CultureInfo.InvariantCulture,
                    $"No answer within {processor.TotalSeconds:0.#} s: look for a loop without an end, or work that is too much."));
            }

            if (use.Resident > limits.Resident)
            {
                throw new FaultException(FaultKind.Limit, $"More than {limits.Resident >> 20} MB of memory were used.");
            }

            if (use.Threads > limits.Threads)
            {
                throw new FaultException(FaultKind.Limit, $"More than {limits.Threads} threads were started.");
            }

            if (use.Processes > limits.Processes + ownProcesses)
            {
                throw new FaultException(FaultKind.Limit, "Another process was started.");
            }
        }

        private void WatchWaiting(Stopwatch waiting, bool asked, SandboxLimits limits)
        {
            if (!asked || !ProcessTree.IsWaiting(process))
            {
                waiting.Reset();
            }
            else if (!waiting.IsRunning)
            {
                waiting.Start();
            }
            else if (waiting.Elapsed > limits.Waiting)
            {
                throw new FaultException(FaultKind.Timeout, string.Create(CultureInfo.InvariantCulture,
                    $"No answer: for {limits.Waiting.TotalSeconds:0.#} s the code did nothing but wait for something that does not come."));
            }
        }

        // Of a process that has ended, nothing can be read any more.
        private ProcessUse Took(ProcessUse before, ProcessUse use)
        {
            Taken = Longer(Taken, use.Processor - before.Processor);
            return use;
        }

        private void Read()
        {
            object last;
            try
            {
                var output = process.StandardOutput.BaseStream;
                while (Frames.Read(output) is { } bytes)
                {
                    answers.Add(bytes);
                }

                last = new FaultException(FaultKind.Crashed, "The process of the submission ended before it answered" + Ending());
            }
            catch (WireException exception)
            {
                last = new FaultException(FaultKind.Protocol, $"The process of the submission sent what is no answer: {exception.Message}.");
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
            {
                last = new FaultException(FaultKind.Crashed, "The process of the submission ended before it answered.");
            }

            answers.TryAdd(last, 1000);
        }

        private string Ending()
        {
            try
            {
                if (!process.WaitForExit(2000))
                {
                    return ".";
                }

                return errors.Contains("Stack overflow", StringComparison.Ordinal) ? ": its stack is full, a function calls itself without end."
                    : errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) ? ": its memory did not suffice."
                    : $" (exit code {process.ExitCode.ToString(CultureInfo.InvariantCulture)}).";
            }
            catch (InvalidOperationException)
            {
                return ".";
            }
        }

        private volatile string errors = "";

        private void Drain()
        {
            try
            {
                var buffer = new byte[4096];
                for (int read; (read = process.StandardError.BaseStream.Read(buffer)) > 0;)
                {
                    if (errors.Length < 2000)
                    {
                        errors += System.Text.Encoding.UTF8.GetString(buffer, 0, read);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
            {
                // It was ended meanwhile.
            }
        }

        private void Kill()
        {
            try
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit(5000);
            }
            catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
            {
                // It has ended already.
            }
        }

        private static void Begin(Action work, string name) => new Thread(() => work(), 256 << 10) { IsBackground = true, Name = "sandbox " + name }.Start();
    }
}
