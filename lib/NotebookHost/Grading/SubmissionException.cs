namespace NotebookHost.Grading;

/// <summary>The submission does not have what was asked for; the message is a whole sentence.</summary>
internal sealed class SubmissionException(string message) : Exception(message);
