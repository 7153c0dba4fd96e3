// Where a formatter writes, and how deep in nested values it is.

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The state of one rendering.</summary>
public class FormatContext(TextWriter writer) : IDisposable
{
    /// <summary>Where the text goes.</summary>
    public TextWriter Writer { get; } = writer;

    /// <summary>How many values enclose the one that is being rendered.</summary>
    public int Depth { get; private set; }

    internal bool IsStartingObjectWithinSequence { get; set; }

    /// <inheritdoc/>
    public void Dispose() => GC.SuppressFinalize(this);

    internal Nesting Enter()
    {
        Depth++;
        return new Nesting(this);
    }

    internal readonly struct Nesting(FormatContext context) : IDisposable
    {
        public void Dispose() => context.Depth--;
    }
}
