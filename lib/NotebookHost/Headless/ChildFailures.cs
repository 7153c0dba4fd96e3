// What a child does when code fails that no cell waits for: it says so and goes on, unless the memory is used up. Then it ends,
// because a thread that is gone would leave its parent waiting for ever.

using System.Runtime.ExceptionServices;

namespace NotebookHost.Headless;

internal static class ChildFailures
{
    /// <summary>The exit code of a process that ended for lack of memory, as the system's own.</summary>
    internal const int OutOfMemory = 137;

    /// <summary>From now on a failure on a background thread does not end the process.</summary>
    internal static void Watch() => ExceptionHandling.SetUnhandledExceptionHandler(exception =>
    {
        if (exception is OutOfMemoryException)
        {
            Environment.Exit(OutOfMemory);
        }

        Console.Error.WriteLine($"A background thread failed: {exception.GetType().Name}: {exception.Message}");
        return true;
    });

    /// <summary>Serves until the end; the exit code.</summary>
    internal static int Serve(Func<Task> serve)
    {
        try
        {
            serve().GetAwaiter().GetResult();
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
    }
}
