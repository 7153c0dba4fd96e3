// A data frame as a table: its columns with their types, the first rows, and how many there are. Pages make it sortable.

using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Display;

internal static class DataFrameFormatters
{
    private const int MaximumRows = 100;

    internal static void Register()
    {
        BuiltinFormatters.Add<DataFrame>(PlainTextFormatter.MimeType, Text);
        BuiltinFormatters.Add<DataFrame>(HtmlFormatter.MimeType, Html);
        Formatter.SetBuiltinPreference(typeof(DataFrame), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
    }

    private static string Html(DataFrame frame)
    {
        var html = new StringBuilder("<table class=\"data\"><thead><tr>");
        foreach (var column in frame.Columns)
        {
            html.Append(IsNumber(column) ? "<th style=\"text-align:right\"" : "<th style=\"text-align:left\"").Append(" title=\"").Append(column.DataType.Name).Append("\">").Append(WebUtility.HtmlEncode(column.Name)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        for (long i = 0; i < Math.Min(MaximumRows, frame.Rows.Count); i++)
        {
            html.Append("<tr>");
            foreach (var column in frame.Columns)
            {
                html.Append(IsNumber(column) ? "<td style=\"text-align:right\">" : "<td style=\"text-align:left\">").Append(WebUtility.HtmlEncode(Cell(column[i]))).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").Append(Rest(frame) is { Length: > 0 } rest ? $"<p><small>{rest}</small></p>" : "").ToString();
    }

    private static string Text(DataFrame frame)
    {
        var rows = Math.Min(MaximumRows, frame.Rows.Count);
        var columns = frame.Columns.Select(column =>
        {
            List<string> cells = [column.Name];
            for (long i = 0; i < rows; i++)
            {
                cells.Add(Cell(column[i]));
            }

            var width = cells.Max(c => c.Length);
            return cells.ConvertAll(c => IsNumber(column) ? c.PadLeft(width) : c.PadRight(width));
        }).ToList();
        var text = new StringBuilder();
        for (var i = 0; i <= rows; i++)
        {
            text.Append(string.Join("  ", columns.Select(c => c[i])).TrimEnd()).Append('\n');
        }

        return text.Append(Rest(frame)).ToString().TrimEnd('\n');
    }

    private static string Rest(DataFrame frame) => frame.Rows.Count > MaximumRows
        ? string.Create(CultureInfo.InvariantCulture, $"{frame.Rows.Count - MaximumRows:N0} more of {frame.Rows.Count:N0} rows")
        : "";

    private static bool IsNumber(DataFrameColumn column) => column.IsNumericColumn();

    private static string Cell(object? value) => value switch
    {
        null => "",
        float or double => string.Format(CultureInfo.InvariantCulture, "{0:G6}", value),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
