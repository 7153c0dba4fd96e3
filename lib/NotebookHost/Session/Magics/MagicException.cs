// A magic that cannot do what it was asked.

namespace NotebookHost.Session.Magics;

/// <summary>One sentence about a magic command; nothing of the cell ran after it.</summary>
internal sealed class MagicException(string message, int? line = null) : Exception(message)
{
    /// <summary>The line of the cell.</summary>
    public int? Line => line;
}
