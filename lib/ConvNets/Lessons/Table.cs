// A table as the lessons show it: numbers to the right, text to the left, one caption.

using System.Globalization;
using System.Text;

namespace ConvNets.Lessons;

/// <summary>A small table of text and numbers.</summary>
/// <param name="columns">The column headings, with units where there are any.</param>
public sealed class Table(params string[] columns) : View
{
    // A page sets tables of so many columns more tightly.
    private const int Wide = 9;

    // Cells up to this length ("63.4 ± 0.9", "7x7, stride 2") are not broken into lines; headings may be.
    private const int Unbroken = 16;

    private readonly List<object?[]> rows = [];

    /// <summary>The sentence above the table, or empty.</summary>
    public string Caption { get; init; } = "";

    /// <summary>The number of rows.</summary>
    public int Count => rows.Count;

    /// <summary>Adds a row and returns the table.</summary>
    /// <param name="cells">One cell for each column: text, a number (integers get thousands separators) or null.</param>
    /// <exception cref="ArgumentException">The number of cells is not the number of columns.</exception>
    public Table Row(params object?[] cells)
    {
        if (cells.Length != columns.Length)
        {
            throw new ArgumentException($"A row of this table has {columns.Length} cells ({string.Join(", ", columns)}), but {cells.Length} were given.");
        }

        rows.Add(cells);
        return this;
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var html = new StringBuilder(columns.Length < Wide ? "<table class=\"data\">" : "<table class=\"data wide\">");
        if (Caption.Length > 0)
        {
            html.Append("<caption>").Append(Escape(Caption)).Append("</caption>");
        }

        html.Append("<thead><tr>");
        for (var column = 0; column < columns.Length; column++)
        {
            html.Append($"<th style=\"text-align:{(IsNumeric(column) ? "right" : "left")}\">").Append(Escape(columns[column])).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var column = 0; column < columns.Length; column++)
            {
                html.Append("<td style=\"").Append(Style(column)).Append("\">").Append(Escape(Cell(row[column]))).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        var widths = columns.Select((heading, column) =>
            rows.Select(row => Cell(row[column]).Length).Append(heading.Length).Max()).ToArray();
        var text = new StringBuilder();
        if (Caption.Length > 0)
        {
            text.AppendLine(Caption);
        }

        AppendLine(columns);
        text.AppendLine(string.Join("  ", widths.Select(width => new string('-', width))));
        foreach (var row in rows)
        {
            AppendLine([.. row.Select(Cell)]);
        }

        return text.ToString().TrimEnd();

        void AppendLine(string[] cells) =>
            text.AppendLine(string.Join("  ", cells.Select((cell, column) =>
                IsNumeric(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
    }

    private string Style(int column) =>
        (IsNumeric(column) ? "text-align:right" : "text-align:left")
        + (rows.All(row => Cell(row[column]).Length <= Unbroken) ? ";white-space:nowrap" : "");

    private bool IsNumeric(int column) =>
        rows.Count > 0 && rows.All(row => row[column] is null or int or long or float or double)
        && rows.Any(row => row[column] is not null);

    private static string Cell(object? value) => value switch
    {
        null => "",
        int or long => string.Format(CultureInfo.InvariantCulture, "{0:N0}", value),
        0f or 0d => "0",     // -0 too
        float or double => string.Format(CultureInfo.InvariantCulture, "{0:G5}", value),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
