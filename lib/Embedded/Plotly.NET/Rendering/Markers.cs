// The symbols of points.

namespace Plotly.NET.Rendering;

/// <summary>Draws marker symbols.</summary>
internal static class Markers
{
    // plotly.js numbers its symbols; 100 more is the open form, 200 more has a dot, 300 both.
    private static readonly string[] Names =
        ["circle", "square", "diamond", "cross", "x", "triangle-up", "triangle-down", "triangle-left", "triangle-right"];

    public static void Draw(SvgCanvas svg, object? symbol, double x, double y, double size, Paint fill, Paint? outline, double outlineWidth)
    {
        var name = Name(symbol);
        var open = name.Contains("-open", StringComparison.Ordinal);
        name = name.Replace("-open", "", StringComparison.Ordinal).Replace("-dot", "", StringComparison.Ordinal);
        var r = size / 2;
        var line = open || name is "cross-thin" or "x-thin" ? fill : outline;
        var width = open ? Math.Max(1.5, outlineWidth) : outlineWidth;
        var body = open ? Paint.None : fill;
        if (name == "circle")
        {
            svg.Circle(x, y, r, body, line, width);
            return;
        }

        if (name is "cross-thin" or "x-thin")
        {
            var (dx, dy) = name[0] == 'c' ? (0.0, r) : (r * 0.71, r * 0.71);
            svg.Line(x - dx, y - dy, x + dx, y + dy, fill, Math.Max(1.5, outlineWidth));
            svg.Line(x - dy, y + dx, x + dy, y - dx, fill, Math.Max(1.5, outlineWidth));
            return;
        }

        svg.Path(Outline(name, x, y, r), body, line, width);
    }

    private static string Outline(string name, double x, double y, double r) => name switch
    {
        "square" => Polygon(x, y, (-r, -r), (r, -r), (r, r), (-r, r)),
        "diamond" => Polygon(x, y, (0, -1.3 * r), (1.3 * r, 0), (0, 1.3 * r), (-1.3 * r, 0)),
        "cross" => Plus(x, y, r * 1.2, 0),
        "x" => Plus(x, y, r * 1.2, Math.PI / 4),
        "triangle-up" => Regular(x, y, r * 1.2, 3, -90),
        "triangle-down" => Regular(x, y, r * 1.2, 3, 90),
        "triangle-left" => Regular(x, y, r * 1.2, 3, 180),
        "triangle-right" => Regular(x, y, r * 1.2, 3, 0),
        "pentagon" => Regular(x, y, r * 1.1, 5, -90),
        "hexagon" => Regular(x, y, r * 1.1, 6, -90),
        "octagon" => Regular(x, y, r * 1.05, 8, -67.5),
        "star" => Star(x, y, r * 1.4, 5),
        "hexagram" => Star(x, y, r * 1.3, 6),
        _ => Regular(x, y, r, 24, 0),
    };

    private static string Name(object? symbol)
    {
        if (Axis.NumberOf(symbol) is { } number)
        {
            var n = (int)number;
            var name = (n % 100) switch
            {
                < 9 => Names[n % 100],
                13 => "pentagon",
                14 or 15 => "hexagon",
                16 => "octagon",
                17 => "star",
                18 => "hexagram",
                33 => "cross-thin",
                34 => "x-thin",
                _ => "circle",
            };
            return (n / 100) % 2 == 1 ? name + "-open" : name;
        }

        return symbol as string ?? "circle";
    }

    private static string Regular(double x, double y, double r, int corners, double start) =>
        Polygon(x, y, [.. Enumerable.Range(0, corners).Select(i => Turn(r, start + (360.0 * i / corners)))]);

    private static string Star(double x, double y, double r, int points) =>
        Polygon(x, y, [.. Enumerable.Range(0, 2 * points).Select(i => Turn(i % 2 == 0 ? r : r * (points == 6 ? 0.58 : 0.4), -90 + (180.0 * i / points)))]);

    private static string Plus(double x, double y, double r, double turn)
    {
        var a = r * 0.36;
        (double, double)[] corners = [(-a, -r), (a, -r), (a, -a), (r, -a), (r, a), (a, a), (a, r), (-a, r), (-a, a), (-r, a), (-r, -a), (-a, -a)];
        return Polygon(x, y, [.. corners.Select(c => ((c.Item1 * Math.Cos(turn)) - (c.Item2 * Math.Sin(turn)), (c.Item1 * Math.Sin(turn)) + (c.Item2 * Math.Cos(turn))))]);
    }

    private static (double, double) Turn(double r, double degrees) => (r * Math.Cos(degrees * Math.PI / 180), r * Math.Sin(degrees * Math.PI / 180));

    private static string Polygon(double x, double y, params (double X, double Y)[] corners) =>
        "M" + string.Join("L", corners.Select(c => $"{SvgCanvas.N(x + c.X)},{SvgCanvas.N(y + c.Y)}")) + "Z";
}
