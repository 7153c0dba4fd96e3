// A notebook file that cannot be read, in one sentence.

namespace NotebookHost.Documents;

/// <summary>A file that is not a notebook: what, where, and what to do.</summary>
public sealed class NotebookException(string message, Exception? inner = null) : Exception(message, inner);
