// Pictures, filters and feature maps in rows and columns, from arrays in CHW order.

using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace ConvNets.Plots;

public static partial class Plot
{
    private const int Gap = 2;

    // The page's text column in CSS pixels, and how large a small picture is drawn at most.
    private const double Column = 660;
    private const double Largest = 180;

    /// <summary>Pictures side by side.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="pictures">Each <c>[C, H, W]</c> flattened, with one channel (grey) or three (RGB).</param>
    /// <param name="channels">1 or 3.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="captions">A text above each picture, or none.</param>
    /// <param name="columns">Pictures in a row; left out, about as many as rows.</param>
    /// <param name="range">The values of black and white; left out, the least and the greatest value of each picture.</param>
    public static GenericChart Pictures(string title, IReadOnlyList<float[]> pictures, int channels, int height, int width, IReadOnlyList<string>? captions = null, int? columns = null, (double Black, double White)? range = null)
    {
        if (channels is not 1 and not 3)
        {
            throw new ArgumentException($"Pictures have one channel or three; given were {channels}. Show feature maps one channel at a time.");
        }

        if (pictures.Count == 0)
        {
            throw new ArgumentException("Pictures needs at least one picture.");
        }

        foreach (var (picture, i) in pictures.Select((p, i) => (p, i)))
        {
            if (picture.Length != channels * height * width)
            {
                throw new ArgumentException($"Picture {i} has {picture.Length} values; {channels}x{height}x{width} needs {channels * height * width}.");
            }
        }

        if (captions is not null)
        {
            ChartParts.SameLength("Pictures", "pictures", pictures.Count, "captions", captions.Count);
        }

        var across = columns ?? (int)Math.Ceiling(Math.Sqrt(pictures.Count * 1.6));
        across = Math.Clamp(across, 1, pictures.Count);
        var rows = (pictures.Count + across - 1) / across;

        // A caption needs the height of a line, whatever a pixel of the picture measures on the page.
        var head = captions is null ? 0 : Math.Max(2, (int)Math.Ceiling(across * (width + Gap) * 0.035));
        var sheet = new int[rows * (height + Gap + head)][][];
        for (var y = 0; y < sheet.Length; y++)
        {
            sheet[y] = [.. Enumerable.Range(0, (across * (width + Gap)) - Gap).Select(_ => new[] { 255, 255, 255, 0 })];
        }

        for (var p = 0; p < pictures.Count; p++)
        {
            var (black, white) = range ?? (pictures[p].Min(), pictures[p].Max());
            var scale = white > black ? 255 / (white - black) : 0;
            var (left, top) = ((p % across) * (width + Gap), ((p / across) * (height + Gap + head)) + head);
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var pixel = sheet[top + y][left + x];
                    for (var c = 0; c < 3; c++)
                    {
                        var value = pictures[p][((channels == 1 ? 0 : c) * height * width) + (y * width) + x];
                        pixel[c] = (int)Math.Clamp(Math.Round((value - black) * scale), 0, 255);
                    }

                    pixel[3] = 1;
                }
            }
        }

        var chart = Chart.Image<string>(Z: sheet.Select(IEnumerable<IEnumerable<int>> (row) => row).ToArray(), ColorModel: StyleParam.ColorModel.RGBA)
            .WithTitle(title)
            .WithXAxisStyle<double, double, string>(ShowGrid: false, ShowLine: false, ZeroLine: false)
            .WithYAxisStyle<double, double, string>(ShowGrid: false, ShowLine: false, ZeroLine: false)
            .WithXAxis(Hidden())
            .WithYAxis(Hidden())
            .WithMargin(Margin.init<int, int, int, int, int, bool>(Left: 8, Right: 8, Top: 48, Bottom: 8))
            .WithSize(Height: HeightOf((across * (width + Gap)) - Gap, sheet.Length, width));
        return captions is null
            ? chart
            : chart.WithAnnotations(captions.Select((caption, p) => ChartParts.Text(
                ((p % across) * (width + Gap)) + ((width - 1) / 2.0),
                ((p / across) * (height + Gap + head)) + (head / 2.0) - 0.5,
                caption,
                10)).ToArray());
    }

    // As high as the rows need, so that no empty space stands above and below them.
    private static int HeightOf(int sheetWidth, int sheetHeight, int pictureWidth)
    {
        var zoom = Math.Min(Column / sheetWidth, Math.Max(Largest / pictureWidth, 1.3));
        return (int)Math.Clamp(Math.Round(sheetHeight * zoom) + 56, 110, 1400);
    }

    private static LinearAxis Hidden() =>
        LinearAxis.init<double, double, double, double, double, double, double, double>(Visible: false);
}
