using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>Writes the elements of a tensor in one of three styles.</summary>
internal sealed class TensorText : IDisposable
{
    private const string More = "...";

    private readonly Tensor _tensor;
    private readonly long[] _shape;
    private readonly long[] _steps;
    private readonly Tensor _rows;
    private readonly string _format;
    private readonly CultureInfo _culture;
    private readonly string _newLine;

    public TensorText(Tensor tensor, string format, CultureInfo culture, string newLine)
    {
        _tensor = tensor;
        _shape = tensor.Impl.Shape;
        _steps = Shapes.Contiguous(_shape);
        _newLine = newLine;
        _format = format;
        _culture = culture;
        if (tensor.Impl.Count > Array.MaxLength) throw new InvalidOperationException($"A tensor of shape {Shapes.Text(_shape)} has too many elements to be written as text.");
        _rows = Ops.RowMajor(tensor);
    }

    public void Dispose() => _rows.Dispose();

    public static string Metadata(Tensor tensor)
    {
        if (tensor.IsInvalid) return "";
        return $"[{string.Join("x", tensor.Impl.Shape)}], type = {tensor.dtype}, device = {tensor.device}";
    }

    /// <summary>Metadata, then rows of aligned columns, one matrix after another.</summary>
    public string Julia(int width)
    {
        var text = new StringBuilder(Metadata(_tensor));
        if (_rows.Impl.Count == 0) return text.Append(string.Concat(Enumerable.Repeat(_newLine, _shape.Length + 1))).ToString();
        switch (_shape.Length)
        {
            case 0:
                return text.Append(", value = ").Append(Value(0)).ToString();
            case 1:
                text.Append(_newLine);
                Columns(text, [Fitting(0, (int)_shape[0], width)], (int)_shape[0]);
                return text.ToString();
            case 2:
                text.Append(_newLine);
                Matrix(text, 0, width);
                return text.ToString();
            default:
                Matrices(text, 0, 0, "[", width);
                return text.ToString();
        }
    }

    public string Numpy() => Brackets(0, 0, true);

    /// <summary>Metadata, then an array initialiser.</summary>
    public string CSharp()
    {
        var text = new StringBuilder(Metadata(_tensor)).Append(", value = ");
        if (_shape.Length == 0) return text.Append(Value(0)).ToString();
        var (name, suffix) = _tensor.dtype switch
        {
            ScalarType.Bool => ("bool", ""),
            ScalarType.Byte => ("byte", ""),
            ScalarType.Int8 => ("sbyte", ""),
            ScalarType.Int16 => ("short", ""),
            ScalarType.Int32 => ("int", ""),
            ScalarType.Int64 => ("long", "L"),
            ScalarType.Float64 => ("double", ""),
            ScalarType.Float16 => ("float16", "f"),
            ScalarType.BFloat16 => ("bfloat16", "f"),
            _ => ("float", "f"),
        };
        if (_shape.Length > 1) text.Append(_newLine);
        text.Append(name).Append(" [").Append(',', _shape.Length - 1).Append("] ");
        Braces(text, 0, 0, true, suffix, top: true);
        return text.ToString();
    }

    // The text of an element, counted row by row.
    private string Value(long place)
    {
        var value = Ops.Read(Ops.Address(_rows.Impl) + (nint)(place * _rows.ElementSize), _rows.dtype);
        return value.Element switch
        {
            ScalarType.Bool => value.ToBoolean().ToString(_culture),
            ScalarType.Float64 => value.ToDouble().ToString(_format, _culture),
            _ when value.IsFloating => value.ToSingle().ToString(_format, _culture),
            _ => value.ToInt64().ToString(_culture),
        };
    }

    private void Matrices(StringBuilder text, int dim, long start, string place, int width)
    {
        for (long i = 0; i < _shape[dim]; i++)
        {
            var here = place + (dim == 0 ? "" : ",") + i;
            if (dim < _shape.Length - 3)
            {
                Matrices(text, dim + 1, start + i * _steps[dim], here, width);
                continue;
            }
            text.Append(_newLine).Append(here).Append(",..,..] =").Append(_newLine);
            Matrix(text, start + i * _steps[dim], width);
        }
    }

    private void Matrix(StringBuilder text, long start, int width)
    {
        var (rows, columns) = ((int)_shape[^2], (int)_shape[^1]);
        if (rows == 0) return;
        var fitting = Enumerable.Range(0, rows).Select(i => Fitting(start + (long)i * columns, columns, width)).ToArray();
        var shortest = fitting.Min(row => row.Length);
        Columns(text, [.. fitting.Select(row => row[..shortest])], columns);
    }

    // As many elements as fit in the width with an ellipsis after them.
    private string[] Fitting(long start, int count, int width)
    {
        var row = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var value = Value(start + i);
            if (width - value.Length - More.Length - 1 < 0) break;
            row.Add(value);
            width -= value.Length + 1;
        }
        return [.. row];
    }

    private void Columns(StringBuilder text, string[][] rows, int columns)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(j => rows.Max(row => row[j].Length)).ToArray();
        foreach (var row in rows)
        {
            for (var j = 0; j < row.Length; j++) text.Append(' ').Append(row[j].PadLeft(widths[j]));
            if (row.Length < columns) text.Append(' ').Append(More);
            text.Append(_newLine);
        }
    }

    // Which indices of a dimension are shown; -1 stands for those left out.
    private static IEnumerable<long> Indices(long n, int max)
    {
        if (n <= max)
        {
            for (long i = 0; i < n; i++) yield return i;
            yield break;
        }
        var last = max / 2;
        for (long i = 0; i < max - last; i++) yield return i;
        yield return -1;
        for (var i = n - last; i < n; i++) yield return i;
    }

    private string Brackets(int dim, long start, bool indent)
    {
        if (_shape.Length == 0) return Value(0);
        var text = new StringBuilder(indent ? new string(' ', dim) : "").Append('[');
        var first = true;
        if (dim == _shape.Length - 1)
        {
            foreach (var i in Indices(_shape[dim], MaxColumns))
            {
                if (i < 0)
                {
                    text.Append(", ").Append(More).Append(' ');
                    first = true;
                    continue;
                }
                text.Append(first ? "" : ", ").Append(Value(start + i));
                first = false;
            }
            return text.Append(']').ToString();
        }
        var breaks = string.Concat(Enumerable.Repeat(_newLine, _shape.Length - dim - 1));
        foreach (var i in Indices(_shape[dim], MaxRows))
        {
            if (!first) text.Append(breaks);
            text.Append(i < 0 ? new string(' ', dim) + " " + More : Brackets(dim + 1, start + i * _steps[dim], !first));
            first = false;
        }
        return text.Append(']').ToString();
    }

    private void Braces(StringBuilder text, int dim, long start, bool indent, string suffix, bool top = false)
    {
        if (indent) text.Append(' ', dim);
        text.Append('{');
        if (top && _shape.Length > 1) text.Append(_newLine).Append(' ');
        var first = true;
        if (dim == _shape.Length - 1)
        {
            foreach (var i in Indices(_shape[dim], MaxColumns))
            {
                if (i < 0)
                {
                    text.Append(", ").Append(More).Append(' ');
                    first = true;
                    continue;
                }
                text.Append(first ? "" : ", ").Append(Value(start + i)).Append(suffix);
                first = false;
            }
        }
        else
        {
            var skipped = false;
            foreach (var i in Indices(_shape[dim], MaxRows))
            {
                if (!first) text.Append(skipped ? "" : ",").Append(_newLine);
                skipped = i < 0;
                if (skipped) text.Append(' ', dim).Append(' ').Append(More);
                else Braces(text, dim + 1, start + i * _steps[dim], !first, suffix);
                first = false;
            }
        }
        if (top && _shape.Length > 1) text.Append(_newLine);
        text.Append('}');
    }
}
