// A tensor as PyTorch prints it: nested brackets, aligned numbers, the middle of long dimensions left out.

using System.Globalization;
using System.Text;
using TorchSharp;

namespace NotebookHost.Display;

internal static class TensorText
{
    private const int Edge = 3;
    private const int ManyElements = 1000;
    private const int LineWidth = 80;

    internal static string Write(torch.Tensor tensor, TensorValues values)
    {
        var isWhole = !tensor.is_floating_point();
        var isTruth = tensor.dtype == torch.ScalarType.Bool;
        var edge = values.Numbers.Length > ManyElements ? Edge : int.MaxValue;
        var format = NumberText.For(Visible(values, edge), isWhole, isTruth);
        var text = new StringBuilder(Head(tensor)).Append('\n');
        Write(values, 0, 0, 0, edge, format, text);
        return text.ToString();
    }

    /// <summary>Type, shape, and what differs from the ordinary.</summary>
    internal static string Head(torch.Tensor tensor) =>
        $"{tensor.dtype.ToString().ToLowerInvariant()} [{string.Join(", ", tensor.shape)}]"
        + (tensor.device.type == DeviceType.CPU ? "" : $" on {tensor.device}")
        + (tensor.requires_grad ? " requires_grad" : "");

    private static IEnumerable<double> Visible(TensorValues values, int edge)
    {
        if (edge == int.MaxValue)
        {
            return values.Numbers;
        }

        return values.Numbers.Where((_, i) =>
        {
            long rest = i;
            for (var d = values.Shape.Length - 1; d >= 0; d--)
            {
                var at = rest % values.Shape[d];
                rest /= values.Shape[d];
                if (values.Shape[d] > 2 * edge && at >= edge && at < values.Shape[d] - edge)
                {
                    return false;
                }
            }

            return true;
        });
    }

    private static void Write(TensorValues values, int dimension, long offset, int depth, int edge, NumberText format, StringBuilder text)
    {
        if (dimension == values.Shape.Length)
        {
            text.Append(values.Numbers.Length == 0 ? "" : format.Write(values.Numbers[offset]));
            return;
        }

        var size = values.Shape[dimension];
        var stride = 1L;
        for (var d = dimension + 1; d < values.Shape.Length; d++)
        {
            stride *= values.Shape[d];
        }

        var isRow = dimension == values.Shape.Length - 1;
        var separator = isRow ? ", " : "," + new string('\n', values.Shape.Length - 1 - dimension) + new string(' ', depth + 1);
        var perLine = Math.Max(1, (LineWidth - depth) / (format.Width + 2));
        text.Append('[');
        var written = 0;
        for (long i = 0; i < size; i++)
        {
            if (edge < int.MaxValue && size > 2 * edge && i == edge)
            {
                text.Append(separator).Append("...");
                i = size - edge - 1;
                continue;
            }

            if (i > 0)
            {
                text.Append(isRow && written % perLine == 0 ? ",\n" + new string(' ', depth + 1) : separator);
            }

            Write(values, dimension + 1, offset + (i * stride), depth + 1, edge, format, text);
            written++;
        }

        text.Append(']');
    }

    /// <summary>One way of writing all numbers of a tensor.</summary>
    private sealed class NumberText(string format, int width, bool isTruth)
    {
        internal int Width => width;

        internal static NumberText For(IEnumerable<double> numbers, bool isWhole, bool isTruth)
        {
            List<double> all = [.. numbers];
            List<double> sizes = [.. all.Where(double.IsFinite).Select(Math.Abs)];
            var largest = sizes.DefaultIfEmpty(0).Max();
            var smallest = sizes.Where(s => s > 0).DefaultIfEmpty(0).Min();
            var format = isWhole ? "0"
                : sizes.TrueForAll(s => s == Math.Floor(s)) && largest < 1e8 ? "0.'"
                : largest >= 1e8 || (smallest > 0 && smallest < 1e-4) || (smallest > 0 && largest / smallest > 1e5) ? "0.0000e+00"
                : "0.0000";
            format = format == "0.'" ? "0'.'" : format;
            var made = new NumberText(format, 0, isTruth);
            return new NumberText(format, all.Select(n => made.Write(n).Length).DefaultIfEmpty(1).Max(), isTruth);
        }

        internal string Write(double number)
        {
            var text = isTruth ? (number != 0 ? "True" : "False")
                : double.IsNaN(number) ? "nan"
                : double.IsInfinity(number) ? (number > 0 ? "inf" : "-inf")
                : number.ToString(format, CultureInfo.InvariantCulture);
            return text.PadLeft(width);
        }
    }
}
