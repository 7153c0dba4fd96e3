// One chart of each kind as plotly.js's figure and as our picture, for tests/Browser to lay one upon the other.

using Plotly.NET.Rendering;
using Tests;

namespace Bench;

internal static class ChartGallery
{
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (kind, chart) in Gallery.All)
        {
            File.WriteAllText(Path.Combine(folder, $"{kind}.json"), chart.ToFigureJson());
            File.WriteAllText(Path.Combine(folder, $"{kind}.svg"), chart.ToSvg());
        }
    }
}
