// Writes a chart as the JSON that plotly.js reads. Numbers that JSON lacks (NaN, infinities) become null, which
// plotly.js draws as a gap.

using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>Writes figures as plotly.js JSON.</summary>
public static class FigureJson
{
    /// <summary>The figure: <c>data</c>, <c>layout</c>, and <c>frames</c> or, where asked for, <c>config</c>.</summary>
    public static string Write(GenericChart chart, bool withConfig = false)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("data");
            WriteValue(writer, chart.Traces);
            writer.WritePropertyName("layout");
            WriteObject(writer, chart.Layout);
            if (withConfig)
            {
                writer.WritePropertyName("config");
                WriteObject(writer, chart.Config);
            }
            else
            {
                writer.WriteStartArray("frames");
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteObject(Utf8JsonWriter writer, PlotlyObject value)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in value.Properties)
        {
            if (item is not PlotlyObject { Properties.Count: 0 })
            {
                writer.WritePropertyName(key);
                WriteValue(writer, item);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case PlotlyObject nested:
                WriteObject(writer, nested);
                break;
            case StyleParam.AttributeValue named:
                WriteValue(writer, named.Convert());
                break;
            case Color color:
                WriteValue(writer, color.Value);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case float number:
                WriteNumber(writer, number);
                break;
            case double number:
                WriteNumber(writer, number);
                break;
            case DateTime time:
                writer.WriteStringValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
                break;
            case double[] numbers:
                WriteNumbers(writer, numbers);
                break;
            case Array { Rank: 2 } table:
                WriteTable(writer, table);
                break;
            case IDictionary map:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    writer.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "");
                    WriteValue(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable many:
                writer.WriteStartArray();
                foreach (var item in many)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                writer.WriteRawValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, float number)
    {
        if (float.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void WriteNumbers(Utf8JsonWriter writer, double[] numbers)
    {
        writer.WriteStartArray();
        foreach (var number in numbers)
        {
            WriteNumber(writer, number);
        }

        writer.WriteEndArray();
    }

    private static void WriteTable(Utf8JsonWriter writer, Array table)
    {
        writer.WriteStartArray();
        for (var i = 0; i < table.GetLength(0); i++)
        {
            writer.WriteStartArray();
            for (var j = 0; j < table.GetLength(1); j++)
            {
                WriteValue(writer, table.GetValue(i, j));
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
