// Registers how the kit's own types are shown.


namespace NotebookHost.Display;

internal static class BuiltinFormatters
{
    private static readonly Lazy<bool> Once = new(() =>
    {
        return true;
    });

    internal static void Install() => _ = Once.Value;
}
