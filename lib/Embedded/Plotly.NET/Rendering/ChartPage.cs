// A page that shows one chart: the static picture at once, the interactive chart where plotly.js can be loaded.

using System.Diagnostics;
using System.Net;

namespace Plotly.NET.Rendering;

/// <summary>Writes charts as HTML pages.</summary>
internal static class ChartPage
{
    private const string PlotlyScript = "https://cdn.plot.ly/plotly-2.27.1.min.js";

    public static string Write(GenericChart chart) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="UTF-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{WebUtility.HtmlEncode(ChartText.Title(chart) is { Length: > 0 } title ? title : "Chart")}}</title>
        <style>body { margin: 1rem; background: Canvas; color: CanvasText; color-scheme: light dark; } svg { max-width: 100%; height: auto; }</style>
        </head>
        <body>
        <div id="chart">{{chart.ToSvg()}}</div>
        <script type="application/json" id="figure">{{FigureJson.Write(chart, withConfig: true)}}</script>
        <script src="{{PlotlyScript}}" charset="utf-8"></script>
        <script>
        if (window.Plotly) {
          const figure = JSON.parse(document.getElementById("figure").textContent);
          const place = document.getElementById("chart");
          place.textContent = "";
          Plotly.newPlot(place, figure.data, figure.layout, figure.config);
        }
        </script>
        </body>
        </html>

        """;

    public static void Save(GenericChart chart, string path, bool open)
    {
        var file = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path : path + ".html";
        File.WriteAllText(file, Write(chart));
        if (open)
        {
            Open(file);
        }
    }

    public static void Show(GenericChart chart)
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".html");
        Save(chart, file, open: true);
    }

    private static void Open(string file)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.GetFullPath(file)) { UseShellExecute = true });
    }
}
