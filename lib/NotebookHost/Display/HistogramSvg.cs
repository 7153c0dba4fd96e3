// How numbers spread, as a small picture: bars from the least to the greatest.

using System.Globalization;
using System.Text;

namespace NotebookHost.Display;

internal static class HistogramSvg
{
    private const int Bins = 40;
    private const int Width = 320;
    private const int Height = 64;

    internal static string Write(IReadOnlyList<double> numbers, double min, double max)
    {
        var counts = new int[Bins];
        foreach (var x in numbers)
        {
            if (double.IsFinite(x))
            {
                counts[max > min ? Math.Min(Bins - 1, (int)((x - min) / (max - min) * Bins)) : Bins / 2]++;
            }
        }

        var most = Math.Max(1, counts.Max());
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"histogram\" viewBox=\"0 0 {Width} {Height + 16}\" width=\"{Width}\" height=\"{Height + 16}\" font-family=\"system-ui, sans-serif\" font-size=\"11\">");
        for (var i = 0; i < Bins; i++)
        {
            var height = (double)counts[i] / most * Height;
            if (counts[i] > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{i * Width / Bins}\" y=\"{Height - Math.Max(1, height):0.#}\" width=\"{(Width / Bins) - 1}\" height=\"{Math.Max(1, height):0.#}\" fill=\"#0072b2\"/>");
            }
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{Height + 13}\" fill=\"currentColor\">{min:G4}</text><text x=\"{Width}\" y=\"{Height + 13}\" fill=\"currentColor\" text-anchor=\"end\">{max:G4}</text></svg>");
        return svg.ToString();
    }
}
