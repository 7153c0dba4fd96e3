// Regions above a level in a grid of values, as closed outlines: marching squares (after Lorensen and Cline, "Marching
// cubes", 1987, in the plane) on the grid with a sunken border, so that every outline closes.

using System.Text;

namespace Plotly.NET.Rendering;

/// <summary>Outlines of regions above a level.</summary>
internal static class IsoLines
{
    /// <summary>Closed outlines around { z at least level } as path data; coordinates of columns and rows are pixels.</summary>
    public static string Region(double[][] z, double[] xs, double[] ys, double level) => Trace(z, xs, ys, level, closed: true);

    /// <summary>The lines z = level without the border of the grid.</summary>
    public static string Lines(double[][] z, double[] xs, double[] ys, double level) => Trace(z, xs, ys, level, closed: false);

    private static string Trace(double[][] z, double[] xs, double[] ys, double level, bool closed)
    {
        var (rows, columns) = (ys.Length, xs.Length);
        var next = new Dictionary<(int, int, bool), (int, int, bool)>();

        // Node (i, j) of the bordered grid; an edge is named by its lower node and its direction.
        double Value(int i, int j) => i < 1 || j < 1 || i > columns || j > rows || !double.IsFinite(z[j - 1][i - 1]) ? double.NegativeInfinity : z[j - 1][i - 1];
        for (var j = 0; j <= rows; j++)
        {
            for (var i = 0; i <= columns; i++)
            {
                var (a, b, c, d) = (Value(i, j), Value(i + 1, j), Value(i + 1, j + 1), Value(i, j + 1));
                var code = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
                var bottom = (i, j, true);
                var right = (i + 1, j, false);
                var top = (i, j + 1, true);
                var left = (i, j, false);

                // Each step keeps the region on its left, so outlines close and holes run the other way.
                switch (code)
                {
                    case 1: next[bottom] = left; break;
                    case 2: next[right] = bottom; break;
                    case 3: next[right] = left; break;
                    case 4: next[top] = right; break;
                    case 6: next[top] = bottom; break;
                    case 7: next[top] = left; break;
                    case 8: next[left] = top; break;
                    case 9: next[bottom] = top; break;
                    case 11: next[right] = top; break;
                    case 12: next[left] = right; break;
                    case 13: next[bottom] = right; break;
                    case 14: next[left] = bottom; break;
                    case 5 or 10:
                        var joined = (Finite(a) + Finite(b) + Finite(c) + Finite(d)) / 4 >= level;
                        if (code == 5)
                        {
                            (next[bottom], next[top]) = joined ? (right, left) : (left, right);
                        }
                        else
                        {
                            (next[right], next[left]) = joined ? (top, bottom) : (bottom, top);
                        }

                        break;
                }
            }
        }

        double Finite(double v) => double.IsFinite(v) ? v : level - 1;
        (double X, double Y, bool Border) Place((int I, int J, bool Across) edge)
        {
            var (i, j) = (edge.I, edge.J);
            var (ei, ej) = edge.Across ? (i + 1, j) : (i, j + 1);
            var (a, b) = (Value(i, j), Value(ei, ej));
            var border = double.IsInfinity(a) || double.IsInfinity(b);
            var t = border ? (double.IsInfinity(a) ? 1 : 0) : Math.Clamp((level - a) / (b - a), 0, 1);
            var (x0, y0) = (xs[Math.Clamp(i - 1, 0, columns - 1)], ys[Math.Clamp(j - 1, 0, rows - 1)]);
            var (x1, y1) = (xs[Math.Clamp(ei - 1, 0, columns - 1)], ys[Math.Clamp(ej - 1, 0, rows - 1)]);
            return (x0 + ((x1 - x0) * t), y0 + ((y1 - y0) * t), border);
        }

        var path = new StringBuilder();
        var seen = new HashSet<(int, int, bool)>();
        foreach (var start in next.Keys)
        {
            if (!seen.Add(start))
            {
                continue;
            }

            var loop = new List<(double X, double Y, bool Border)>();
            for (var edge = start; ;)
            {
                loop.Add(Place(edge));
                edge = next[edge];
                if (!seen.Add(edge))
                {
                    break;
                }
            }

            Append(path, loop, closed);
        }

        return path.ToString();
    }

    private static void Append(StringBuilder path, List<(double X, double Y, bool Border)> loop, bool closed)
    {
        if (closed)
        {
            path.Append('M').Append(string.Join("L", loop.Select(p => $"{SvgCanvas.N(p.X)},{SvgCanvas.N(p.Y)}"))).Append('Z');
            return;
        }

        // Open pieces: a step between two places on the border is the border, not the line.
        var count = loop.Count;
        var drawing = false;
        for (var k = 0; k < count; k++)
        {
            var (p, q) = (loop[k], loop[(k + 1) % count]);
            if (p.Border && q.Border)
            {
                drawing = false;
                continue;
            }

            if (!drawing)
            {
                path.Append($"M{SvgCanvas.N(p.X)},{SvgCanvas.N(p.Y)}");
                drawing = true;
            }

            path.Append($"L{SvgCanvas.N(q.X)},{SvgCanvas.N(q.Y)}");
        }
    }
}
