// Tables from and to CSV files.

using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    /// <summary>Reads a CSV file; types are guessed from the first rows unless given.</summary>
    public static DataFrame LoadCsv(
        string filename,
        char separator = ',',
        bool header = true,
        string[]? columnNames = null,
        Type[]? dataTypes = null,
        int numRows = -1,
        int guessRows = 10,
        bool addIndexColumn = false,
        Encoding? encoding = null,
        bool renameDuplicatedColumns = false,
        CultureInfo? cultureInfo = null)
    {
        using var stream = new FileStream(filename, FileMode.Open, FileAccess.Read);
        return LoadCsv(stream, separator, header, columnNames, dataTypes, numRows, guessRows, addIndexColumn, encoding, renameDuplicatedColumns, cultureInfo);
    }

    /// <summary>Reads CSV from a stream; types are guessed from the first rows unless given.</summary>
    public static DataFrame LoadCsv(
        Stream csvStream,
        char separator = ',',
        bool header = true,
        string[]? columnNames = null,
        Type[]? dataTypes = null,
        long numberOfRowsToRead = -1,
        int guessRows = 10,
        bool addIndexColumn = false,
        Encoding? encoding = null,
        bool renameDuplicatedColumns = false,
        CultureInfo? cultureInfo = null,
        Func<IEnumerable<string>, Type>? guessTypeFunction = null)
    {
        using var reader = new StreamReader(csvStream, encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return Load(reader, separator, header, columnNames, dataTypes, numberOfRowsToRead, guessRows, addIndexColumn, renameDuplicatedColumns, cultureInfo, guessTypeFunction);
    }

    /// <summary>Reads CSV from a text; types are guessed from the first rows unless given.</summary>
    public static DataFrame LoadCsvFromString(
        string csvString,
        char separator = ',',
        bool header = true,
        string[]? columnNames = null,
        Type[]? dataTypes = null,
        long numberOfRowsToRead = -1,
        int guessRows = 10,
        bool addIndexColumn = false,
        bool renameDuplicatedColumns = false,
        CultureInfo? cultureInfo = null,
        Func<IEnumerable<string>, Type>? guessTypeFunction = null)
    {
        using var reader = new StringReader(csvString);
        return Load(reader, separator, header, columnNames, dataTypes, numberOfRowsToRead, guessRows, addIndexColumn, renameDuplicatedColumns, cultureInfo, guessTypeFunction);
    }

    /// <summary>Writes a CSV file.</summary>
    public static void SaveCsv(DataFrame dataFrame, string path, char separator = ',', bool header = true, Encoding? encoding = null, CultureInfo? cultureInfo = null)
    {
        using var stream = new FileStream(path, FileMode.Create);
        SaveCsv(dataFrame, stream, separator, header, encoding, cultureInfo);
    }

    /// <summary>Writes CSV to a stream.</summary>
    public static void SaveCsv(DataFrame dataFrame, Stream csvStream, char separator = ',', bool header = true, Encoding? encoding = null, CultureInfo? cultureInfo = null)
    {
        var culture = cultureInfo ?? CultureInfo.CurrentCulture;
        if (culture.NumberFormat.NumberDecimalSeparator == separator.ToString())
        {
            throw new ArgumentException($"The separator '{separator}' is the decimal separator of the culture as well; choose another one.", nameof(separator));
        }

        using var writer = new StreamWriter(csvStream, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        if (header)
        {
            writer.WriteLine(string.Join(separator, dataFrame.Columns.Select(c => CsvText.Quote(c.Name, separator))));
        }

        foreach (var row in dataFrame.Rows)
        {
            writer.WriteLine(string.Join(separator, row.Select(value => Cell(value, separator, culture))));
        }
    }

    private static string Cell(object? value, char separator, CultureInfo culture) => value switch
    {
        null => "",
        string text => CsvText.Quote(text, separator),
        float number => number.ToString("G9", culture),
        double number => number.ToString("G17", culture),
        _ => CsvText.Quote(Convert.ToString(value, culture) ?? "", separator),
    };

    private static DataFrame Load(
        TextReader reader,
        char separator,
        bool header,
        string[]? columnNames,
        Type[]? dataTypes,
        long numberOfRowsToRead,
        int guessRows,
        bool addIndexColumn,
        bool renameDuplicatedColumns,
        CultureInfo? cultureInfo,
        Func<IEnumerable<string>, Type>? guess)
    {
        if (dataTypes is null && guessRows <= 0)
        {
            throw new ArgumentException("Give either dataTypes or a positive guessRows, so that the types of the columns are known.", nameof(guessRows));
        }

        var lines = CsvText.Read(reader, separator).ToList();
        if (lines.Count == 0)
        {
            throw new FormatException("The CSV text is empty.");
        }

        if (header)
        {
            columnNames ??= renameDuplicatedColumns ? Distinct(lines[0]) : lines[0];
            lines.RemoveAt(0);
        }

        if (numberOfRowsToRead >= 0)
        {
            lines = [.. lines.Take((int)numberOfRowsToRead)];
        }

        var sample = lines.Take(Math.Max(1, guessRows)).ToList();
        var count = Math.Max(dataTypes?.Length ?? 0, Math.Max(sample.Select(l => l.Length).DefaultIfEmpty(0).Max(), columnNames?.Length ?? 0));
        var frame = new DataFrame();
        for (var i = 0; i < count; i++)
        {
            var name = columnNames is not null && i < columnNames.Length && columnNames[i].Length > 0 ? columnNames[i] : "Column" + i.ToString(CultureInfo.InvariantCulture);
            var texts = sample.Where(l => i < l.Length).Select(l => l[i]);
            var type = dataTypes is not null && i < dataTypes.Length ? dataTypes[i] : guess?.Invoke(texts) ?? Guess(texts);
            frame.Columns.Add(ColumnFactory.Create(type, name) ?? throw new NotSupportedException($"There is no column for values of type {type.Name}."));
        }

        for (var i = 0; i < lines.Count; i++)
        {
            try
            {
                frame.Append(lines[i], inPlace: true, cultureInfo: cultureInfo);
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                throw new FormatException($"Row {i + 1} of the data: {e.Message}", e);
            }
        }

        if (addIndexColumn)
        {
            frame.Columns.Insert(0, new Int64DataFrameColumn("IndexColumn", Range(0, lines.Count)));
        }

        return frame;
    }

    // float for numbers, as the genuine reader guesses.
    private static Type Guess(IEnumerable<string> texts)
    {
        Type? type = null;
        foreach (var text in texts.Where(t => t.Length > 0 && !t.Equals("null", StringComparison.OrdinalIgnoreCase)))
        {
            var suggested = bool.TryParse(text, out _) ? typeof(bool)
                : float.TryParse(text, out _) ? typeof(float)
                : DateTime.TryParse(text, out _) ? typeof(DateTime)
                : typeof(string);
            type = type is null || type == suggested ? suggested
                : type == typeof(string) || suggested == typeof(string) ? typeof(string)
                : type == typeof(float) || suggested == typeof(float) ? typeof(float)
                : typeof(bool);
        }

        return type ?? typeof(string);
    }

    private static string[] Distinct(string[] names)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            var count = seen.GetValueOrDefault(name);
            seen[name] = count + 1;
            return count == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{count}");
        })];
    }
}
