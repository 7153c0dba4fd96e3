// What a user reads when something throws: the message of the innermost cause, on one line, never a stack trace.

using System.Reflection;
using System.Runtime.InteropServices;

namespace Course;

internal static class Sentences
{
    /// <summary>One sentence for an exception.</summary>
    public static string Of(Exception e)
    {
        var cause = Unwrap(e);
        var message = OneLine(Message(cause));
        return IsOurs(cause) ? message : $"{message} (Unexpected {cause.GetType().Name}: set COURSE_DEBUG=1 to see where, and please report it.)";
    }

    /// <summary>Text on one line.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static Exception Unwrap(Exception e) => e switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        _ => e,
    };

    private static string Message(Exception e) => e switch
    {
        // The parameter's name is the programmer's business.
        ArgumentException { ParamName: { } name } a => a.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal),
        OutOfMemoryException => "The machine has too little memory for this: use a smaller --batch or a smaller net.",
        // A stream without a name is standard output.
        UnauthorizedAccessException when !e.Message.Contains('\'', StringComparison.Ordinal) => "The output cannot be written: standard output is closed.",
        UnauthorizedAccessException => e.Message + " You may not read it, or not write there: change its permissions, or name another place.",
        // ENOSPC of Unix, ERROR_DISK_FULL of Windows.
        IOException when (e.HResult & 0xFFFF) is 28 or 112 => e.Message.TrimEnd('.') + ". Make room, or choose a folder on another disk.",
        FileNotFoundException or DirectoryNotFoundException => e.Message + " Check the name, and that you may read it or write there.",
        _ => e.Message,
    };

    private static bool IsOurs(Exception e) =>
        e is UsageException or CheckFailedException or ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException
            or OutOfMemoryException or ExternalException or OperationCanceledException or InvalidOperationException
        || e.GetType().Namespace is { } space && (space.StartsWith("ConvNets", StringComparison.Ordinal) || space.StartsWith("NotebookHost", StringComparison.Ordinal));
}
