// Comma-separated values after RFC 4180: quotes around what holds separators, quotes or line breaks.

using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>Reads and writes lines of CSV files.</summary>
internal static class CsvText
{
    /// <summary>The lines as fields; empty lines are skipped.</summary>
    public static IEnumerable<string[]> Read(TextReader reader, char separator)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, opened) = (1, 0);
        var quoted = false;
        var any = false;
        for (var c = reader.Read(); c >= 0; c = reader.Read())
        {
            if (quoted)
            {
                if (c == '"' && reader.Peek() == '"')
                {
                    reader.Read();
                    field.Append('"');
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    line += c == '\n' ? 1 : 0;
                    field.Append((char)c);
                }

                continue;
            }

            if (c == '"' && field.Length == 0)
            {
                (quoted, any, opened) = (true, true, line);
            }
            else if (c == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
                any = true;
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && reader.Peek() == '\n')
                {
                    reader.Read();
                }

                line++;
                if (any || field.Length > 0)
                {
                    fields.Add(field.ToString());
                    yield return [.. fields];
                }

                fields.Clear();
                field.Clear();
                any = false;
            }
            else
            {
                field.Append((char)c);
            }
        }

        if (quoted)
        {
            throw new FormatException($"The quotation that begins in line {opened} is not closed.");
        }

        if (any || field.Length > 0)
        {
            fields.Add(field.ToString());
            yield return [.. fields];
        }
    }

    public static string Quote(string text, char separator) =>
        text.AsSpan().IndexOfAny(separator, '\n', '"') >= 0 || text.Contains('\r', StringComparison.Ordinal) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
