// Console output belongs to the cell that wrote it. Installed once for the process; where no cell runs, text goes where it went before.

using System.Text;

namespace NotebookHost.Session;

internal sealed class ConsoleRouter : TextWriter
{
    private static readonly Lock Gate = new();
    private static bool installed;

    private readonly string stream;
    private readonly TextWriter before;

    private ConsoleRouter(string stream, TextWriter before)
        : base(System.Globalization.CultureInfo.InvariantCulture)
    {
        this.stream = stream;
        this.before = before;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (CellRun.Current is { } run)
        {
            run.Write(stream, buffer);
        }
        else
        {
            before.Write(buffer);
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Flush()
    {
        if (CellRun.Current is { } run)
        {
            run.Flush();
        }
        else
        {
            before.Flush();
        }
    }

    internal static void Install()
    {
        lock (Gate)
        {
            if (installed)
            {
                return;
            }

            installed = true;
            Console.SetOut(new ConsoleRouter("stdout", Console.Out));
            Console.SetError(new ConsoleRouter("stderr", Console.Error));
        }
    }
}
