// An exception of the submission as plain data: the names of its types, its message, the line of the cell.

using System.Diagnostics;
using System.Reflection;

namespace NotebookHost.Grading;

internal static class Thrown
{
    private const int LongestMessage = 500;

    internal static object?[] Describe(Exception exception)
    {
        while (exception is TargetInvocationException or TypeInitializationException or AggregateException { InnerExceptions.Count: 1 } && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        var types = new List<string>();
        for (var type = exception.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            types.Add(type.FullName ?? type.Name);
        }

        return ["threw", types.ToArray(), Message(exception), Line(exception)];
    }

    // A message is code of the submission's, too.
    private static string Message(Exception exception)
    {
        try
        {
            var message = exception.Message;
            return message.Length > LongestMessage ? message[..LongestMessage] : message;
        }
        catch (Exception)
        {
            return "";
        }
    }

    private static int Line(Exception exception)
    {
        try
        {
            return new StackTrace(exception, fNeedFileInfo: true).GetFrames().FirstOrDefault(f => f.GetFileName() == "exercise")?.GetFileLineNumber() ?? 0;
        }
        catch (Exception)
        {
            return 0;
        }
    }
}
