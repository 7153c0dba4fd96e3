// Writes the drawings of a network to a file: a sheet of field growth and costs, and in a page also the graph of its layers.

using System.Net;
using ConvNets.Architectures;
using ConvNets.Geometry;
using ConvNets.Plots;
using ConvNets.Training;

namespace Course;

internal static class NetworkPicture
{
    // A graph of more layers is no picture any more.
    private const int LargestGraph = 600;

    /// <summary>Writes <c>.svg</c> or <c>.html</c>; the file appears when it is whole.</summary>
    public static void Save(string file, Architecture architecture, LayerTable table)
    {
        var title = $"{architecture.Name}, {architecture.Paper.Authors}, {architecture.Paper.Year}";
        var sheet = new NetworkSheet(title, table).ToSvg();
        var text = Path.GetExtension(file).Equals(".svg", StringComparison.OrdinalIgnoreCase) ? sheet : Page(title, sheet, table);
        AtomicFile.Write(file, text);
    }

    private static string Page(string title, string sheet, LayerTable table)
    {
        var graph = table.Layers.Count <= LargestGraph
            ? BlockDiagram.Of("Layers", table).ToSvg()
            : $"<p>The graph has {table.Layers.Count} layers, too many for a picture.</p>";
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{WebUtility.HtmlEncode(title)}}</title>
            <style>
            :root { color-scheme: light dark; }
            body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font-family: system-ui, sans-serif; }
            figure { margin: 0 0 2rem; overflow-x: auto; text-align: center; }
            </style>
            </head>
            <body>
            <figure>{{sheet}}</figure>
            <figure>{{graph}}</figure>
            </body>
            </html>

            """;
    }
}
