// One run of one cell: where its outputs go, its cancellation token, what to do when it ends.
// The host makes it; a cell reaches it through Current.

using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>The cell that runs now.</summary>
public sealed class KernelInvocationContext : IDisposable
{
    private static readonly AsyncLocal<KernelInvocationContext?> Flowing = new();
    private static KernelInvocationContext? latest;

    private readonly ICellOutput output;
    private readonly List<Action<KernelInvocationContext>> completions = [];

    internal KernelInvocationContext(Kernel kernel, ICellOutput output, CancellationToken cancellationToken)
    {
        HandlingKernel = kernel;
        this.output = output;
        CancellationToken = cancellationToken;
    }

    /// <summary>The running cell; null outside of a notebook. It follows <c>await</c>, tasks and threads that the cell starts.</summary>
    public static KernelInvocationContext? Current => Flowing.Value ?? Volatile.Read(ref latest);

    /// <summary>Cancelled when the person at the notebook stops the cell.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The kernel that runs the cell.</summary>
    public Kernel HandlingKernel { get; }

    /// <summary>Whether the cell has ended.</summary>
    public bool IsComplete { get; private set; }

    internal static KernelInvocationContext Required => Current
        ?? throw new InvalidOperationException("display works inside a notebook cell only: no cell is running here. Use Console.WriteLine instead.");

    /// <summary>Calls <paramref name="onComplete"/> when the cell ends, whether well or not.</summary>
    public void OnComplete(Action<KernelInvocationContext> onComplete) => completions.Add(onComplete);

    /// <summary>Ends the cell: runs what <see cref="OnComplete"/> collected.</summary>
    public void Dispose()
    {
        if (IsComplete)
        {
            return;
        }

        foreach (var action in completions)
        {
            action(this);
        }

        IsComplete = true;
        Interlocked.CompareExchange(ref latest, null, this);
    }

    internal static void Enter(KernelInvocationContext context)
    {
        Flowing.Value = context;
        Volatile.Write(ref latest, context);
    }

    internal DisplayedValue Show(object? value, params string[] mimeTypes)
    {
        if (value is DisplayedValue shown)
        {
            return shown;
        }

        var displayed = new DisplayedValue(Guid.NewGuid().ToString("N"), FormattedValue.Bundle(value, mimeTypes), output, mimeTypes);
        output.Show(displayed, update: false);
        return displayed;
    }

    internal string Ask(string prompt, bool hidden) => output.Ask(prompt, hidden);
}

/// <summary>Where a cell's outputs go and where its questions are answered: the host's side of the context.</summary>
internal interface ICellOutput
{
    /// <summary>Shows a value, or replaces what it showed before.</summary>
    void Show(DisplayedValue value, bool update);

    /// <summary>Asks the person at the notebook; throws NotSupportedException where nobody can answer.</summary>
    string Ask(string prompt, bool hidden);
}
