// Where the names of points stand so that they cover neither points nor each other: each point tries eight places
// around itself and takes the one with the least overlap, crowded points first.

using Plotly.NET;

namespace ConvNets.Plots;

/// <summary>Finds places for labels.</summary>
internal static class LabelPlaces
{
    private const double CharacterWidth = 7.2;
    private const double LineHeight = 14;

    private static readonly (StyleParam.TextPosition Place, int X, int Y)[] Candidates =
    [
        (StyleParam.TextPosition.TopCenter, 0, 1), (StyleParam.TextPosition.MiddleRight, 1, 0),
        (StyleParam.TextPosition.BottomCenter, 0, -1), (StyleParam.TextPosition.MiddleLeft, -1, 0),
        (StyleParam.TextPosition.TopRight, 1, 1), (StyleParam.TextPosition.BottomRight, 1, -1),
        (StyleParam.TextPosition.TopLeft, -1, 1), (StyleParam.TextPosition.BottomLeft, -1, -1),
    ];

    /// <summary>One place for each point; the plot is taken to be of the given size in pixels.</summary>
    public static StyleParam.TextPosition[] Find((double X, double Y)[] points, string[] names, int[] diameters, double width, double height)
    {
        var (x0, x1) = (points.Min(p => p.X), points.Max(p => p.X));
        var (y0, y1) = (points.Min(p => p.Y), points.Max(p => p.Y));
        var centres = points.Select(p => (
            X: width * (x1 > x0 ? 0.115 + (0.77 * (p.X - x0) / (x1 - x0)) : 0.5),
            Y: height * (y1 > y0 ? 0.08 + (0.84 * (p.Y - y0) / (y1 - y0)) : 0.5))).ToArray();
        var markers = centres.Select((c, i) => new Box(c.X - (diameters[i] / 2.0), c.Y - (diameters[i] / 2.0), diameters[i], diameters[i])).ToArray();

        var places = new StyleParam.TextPosition[points.Length];
        var labels = new List<Box>();
        var crowded = Enumerable.Range(0, points.Length).OrderByDescending(i => centres.Count(c => Math.Abs(c.X - centres[i].X) < 80 && Math.Abs(c.Y - centres[i].Y) < 40));
        foreach (var i in crowded)
        {
            var best = double.PositiveInfinity;
            var chosen = default(Box);
            foreach (var (place, dx, dy) in Candidates)
            {
                var label = At(centres[i], names[i], diameters[i] / 2.0, dx, dy);
                var cost = labels.Sum(label.Overlap)
                    + markers.Where((_, k) => k != i).Sum(label.Overlap)
                    + (10 * Math.Max(0, -label.X)) + (10 * Math.Max(0, label.X + label.Width - width))
                    + (10 * Math.Max(0, -label.Y)) + (10 * Math.Max(0, label.Y + label.Height - height));
                if (cost < best - 1e-9)
                {
                    (best, places[i], chosen) = (cost, place, label);
                }
            }

            labels.Add(chosen);
        }

        return places;
    }

    private static Box At((double X, double Y) centre, string name, double radius, int dx, int dy)
    {
        var w = name.Length * CharacterWidth;
        var x = dx == 0 ? centre.X - (w / 2) : dx > 0 ? centre.X + (dy == 0 ? radius + 3 : 0) : centre.X - w - (dy == 0 ? radius + 3 : 0);
        var y = dy == 0 ? centre.Y - (LineHeight / 2) : dy > 0 ? centre.Y + radius + 2 : centre.Y - radius - 2 - LineHeight;
        return new Box(x, y, w, LineHeight);
    }

    private readonly record struct Box(double X, double Y, double Width, double Height)
    {
        public double Overlap(Box other) =>
            Math.Max(0, Math.Min(X + Width, other.X + other.Width) - Math.Max(X, other.X))
            * Math.Max(0, Math.Min(Y + Height, other.Y + other.Height) - Math.Max(Y, other.Y));
    }
}
