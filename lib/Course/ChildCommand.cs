// How this program starts itself anew.

namespace Course;

internal static class ChildCommand
{
    /// <summary>The command line of a hidden verb; null where the program can start itself by its own name.</summary>
    // Inside another program (a test), this program is its library: then dotnet runs it.
    public static IReadOnlyList<string>? Of(string verb) =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "course" or "dotnet"
            ? null
            : ["dotnet", "exec", typeof(ChildCommand).Assembly.Location, verb];
}
