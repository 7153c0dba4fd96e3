// What pictures in characters are made for: 80 columns with Unicode, as notebook files keep them, or the terminal that started the kernel.

namespace NotebookHost.Display;

/// <param name="Columns">Characters in a line.</param>
/// <param name="IsAscii">Whether only ASCII can be shown.</param>
internal sealed record TextWindow(int Columns, bool IsAscii)
{
    private const int Narrowest = 40;
    private const int Widest = 120;

    /// <summary>The window of this process.</summary>
    internal static TextWindow Current { get; set; } = new(80, false);

    /// <summary>The size and the characters that the environment of a terminal names: COLUMNS, and the locale.</summary>
    internal static TextWindow From(Func<string, string?> variable)
    {
        var columns = int.TryParse(variable("COLUMNS"), out var given) && given > 0 ? Math.Clamp(given, Narrowest, Widest) : 80;

        // Where no locale is named, everything of today writes UTF-8.
        var locale = new[] { "LC_ALL", "LC_CTYPE", "LANG" }.Select(variable).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return new TextWindow(columns, locale is not null && !locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase));
    }
}
