// A command line that asks for what there is not: exit code 2.

namespace Course;

/// <summary>Wrong usage; the message is the sentence that the user reads.</summary>
public sealed class UsageException(string message) : Exception(message);

/// <summary>A check that failed; the message is the sentence that the user reads. Exit code 1.</summary>
public sealed class CheckFailedException(string message, Exception? inner = null) : Exception(message, inner);
