namespace NotebookHost.Grading;

/// <summary>A message that cannot be written or read; the message is the rest of a sentence.</summary>
internal sealed class WireException(string message) : Exception(message);
