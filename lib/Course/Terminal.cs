// Where a verb writes: plain lines into a file or pipe, colours and live progress on a terminal.
// NO_COLOR (no-color.org) turns colours off.

using Spectre.Console;
using Spectre.Console.Rendering;

namespace Course;

/// <summary>The two output streams and what they can do.</summary>
internal sealed class Terminal(TextWriter stdout, TextWriter stderr)
{
    private IAnsiConsole? console;

    /// <summary>Results.</summary>
    public TextWriter Out => stdout;

    /// <summary>Errors, one sentence each.</summary>
    public TextWriter Error => stderr;

    /// <summary>Whether a person watches: then lines may redraw themselves.</summary>
    public bool IsLive { get; } = ReferenceEquals(stdout, Console.Out) && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Spectre.Console over <see cref="Out"/>.</summary>
    public IAnsiConsole Rich => console ??= Create();

    /// <summary>
    /// Writes a table: with colours, and a frame if there is room, on a terminal that is wide enough for its names and numbers; as plain columns
    /// elsewhere.
    /// </summary>
    public void Write(Table table)
    {
        if (IsLive && (Fits(table, Rich.Profile.Width) || Fits(table, Rich.Profile.Width, framed: false)))
        {
            Rich.Write(table.Border(Fits(table, Rich.Profile.Width) ? TableBorder.Rounded : TableBorder.None));
            return;
        }

        var text = new StringWriter();
        Plain(text).Write(table.Border(TableBorder.None));
        foreach (var line in text.ToString().TrimEnd().Split('\n'))
        {
            stdout.WriteLine(line.TrimEnd());
        }
    }

    /// <summary>Shows a line of progress: in the place of the last one on a terminal, as a line of its own elsewhere.</summary>
    /// <returns>Whether the line must be cleared before other text.</returns>
    public bool Redraw(string line)
    {
        if (!IsLive)
        {
            stdout.WriteLine(line);
            return false;
        }

        var width = Math.Max(20, Rich.Profile.Width - 1);
        Clear();
        stdout.Write(line.Length > width ? line[..width] : line);
        return true;
    }

    /// <summary>Removes the line that <see cref="Redraw"/> showed.</summary>
    public void Clear() => stdout.Write("\r\u001b[K");

    /// <summary>
    /// Keeps names, numbers and what is short on one line each; tells whether they then leave the other columns room in a width. A number
    /// that is cut off says something else.
    /// </summary>
    internal static bool Fits(Table table, int width, bool framed = true)
    {
        const int roomForText = 10;
        var options = RenderOptions.Create(Plain(TextWriter.Null));
        var between = framed ? 3 : 2;
        var needed = framed ? 1 : 0;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            var whole = table.Rows.Select(row => row[i]).Append(column.Header).Max(cell => cell.Measure(options, 1000).Max);
            column.NoWrap = i == 0 || column.Alignment == Justify.Right || whole <= roomForText;
            needed += between + (column.NoWrap ? whole : roomForText);
        }

        return needed <= width;
    }

    private IAnsiConsole Create() => IsLive
        ? AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(stdout),
            ColorSystem = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        })
        : Plain(stdout);

    private static IAnsiConsole Plain(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        // A pipe has no width: no line is broken.
        console.Profile.Width = 1000;
        return console;
    }
}
