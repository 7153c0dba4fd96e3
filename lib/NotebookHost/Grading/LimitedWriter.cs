using System.Text;

namespace NotebookHost.Grading;

/// <summary>Keeps the first characters that a submission prints and forgets the rest.</summary>
internal sealed class LimitedWriter : TextWriter
{
    private const int Most = 4000;

    private readonly StringBuilder text = new();

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>What was printed since the last call.</summary>
    public string Take()
    {
        lock (text)
        {
            var taken = text.ToString();
            text.Clear();
            return taken;
        }
    }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (text)
        {
            text.Append(buffer[..Math.Min(buffer.Length, Most - text.Length)]);
        }
    }
}
