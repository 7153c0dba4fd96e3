// One run of one cell: its outputs in order, its cancellation, and the way from a stopped loop back to it.

using System.Text;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookHost.Display;

namespace NotebookHost.Session;

internal sealed class CellRun : ICellOutput, IDisposable
{
    private const int StreamDelayMilliseconds = 30;
    private const int LongestPiece = 64 * 1024;

    private static readonly AsyncLocal<CellRun?> Flowing = new();
    private static CellRun? latest;

    private readonly Lock gate = new();
    private readonly ICellSink sink;
    private readonly StringBuilder pending = new();
    private readonly CancellationTokenSource stop = new();
    private string pendingStream = "stdout";
    private Timer? timer;
    private bool raised;

    internal CellRun(int number, ICellSink sink, Kernel kernel)
    {
        Number = number;
        this.sink = sink;
        Context = new KernelInvocationContext(kernel, this, stop.Token);
    }

    /// <summary>The run that the current code belongs to; it follows tasks and threads that a cell starts.</summary>
    internal static CellRun? Current => Flowing.Value ?? Volatile.Read(ref latest);

    internal int Number { get; }

    internal KernelInvocationContext Context { get; }

    internal CancellationToken Stopped => stop.Token;

    internal static void Enter(CellRun run)
    {
        Flowing.Value = run;
        Volatile.Write(ref latest, run);
        KernelInvocationContext.Enter(run.Context);
    }

    /// <summary>Marks the cell as stopped; its loops, lambdas, waits and awaits end.</summary>
    internal void Stop()
    {
        if (!Interlocked.Exchange(ref raised, true))
        {
            CellGuard.Raise();
        }

        stop.Cancel();
    }

    internal void ThrowIfStopped() => stop.Token.ThrowIfCancellationRequested();

    internal void Write(string stream, ReadOnlySpan<char> text)
    {
        lock (gate)
        {
            if (stream != pendingStream)
            {
                Send();
                pendingStream = stream;
            }

            var waiting = pending.Length > 0;
            while (pending.Length + text.Length > LongestPiece)
            {
                // A flood goes out in pieces: it is never in memory as a whole, and what comes after a sink's limit costs nothing.
                var length = LongestPiece - pending.Length;
                length -= length > 0 && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
                pending.Append(text[..length]);
                text = text[length..];
                Send();
                waiting = false;
            }

            pending.Append(text);
            if (!waiting && pending.Length > 0)
            {
                // Armed by the first piece only: a cell that writes without a pause is heard all the same.
                timer ??= new Timer(static run => ((CellRun)run!).Flush(), this, Timeout.Infinite, Timeout.Infinite);
                timer.Change(StreamDelayMilliseconds, Timeout.Infinite);
            }
        }
    }

    internal void Flush()
    {
        lock (gate)
        {
            Send();
        }
    }

    internal void Result(object? value)
    {
        var data = MimeBundle.Of(FormattedValue.Bundle(value, []));
        lock (gate)
        {
            Send();
            sink.Result(data);
        }
    }

    internal void Error(CellError error)
    {
        lock (gate)
        {
            Send();
            sink.Error(error);
        }
    }

    /// <summary>Removes the cell's outputs so far.</summary>
    internal void Clear(bool wait)
    {
        lock (gate)
        {
            Send();
            sink.Clear(wait);
        }
    }

    public void Show(DisplayedValue value, bool update)
    {
        var output = new DisplayOutput(MimeBundle.Of(value.FormattedValues), value.DisplayId, update);
        lock (gate)
        {
            Send();
            sink.Display(output);
        }
    }

    public string Ask(string prompt, bool hidden)
    {
        Flush();
        return sink.Ask(prompt, hidden) ?? throw new NotSupportedException(
            "This cell asks for input, but nobody can answer: the notebook runs without a person at it. Set the value in the code instead.");
    }

    /// <summary>Ends the run: what it holds back is sent. A stopped run stays marked, for code that it left running.</summary>
    public void Dispose()
    {
        Context.Dispose();
        Flush();
        timer?.Dispose();
        Interlocked.CompareExchange(ref latest, null, this);
    }

    /// <summary>Called when the next cell starts: from here on only the run itself remembers that it was stopped.</summary>
    internal void Forget()
    {
        if (Interlocked.Exchange(ref raised, false))
        {
            CellGuard.Lower();
        }
    }

    private void Send()
    {
        if (pending.Length > 0)
        {
            sink.Stream(pendingStream, pending.ToString());
            pending.Clear();
        }
    }
}
