// Where the names of points stand so that they cover neither points nor each other: each point tries eight places
// around itself and takes the one with the least overlap, crowded points first; then all of them choose again, knowing
// what the others took.

using Plotly.NET;

namespace ConvNets.Plots;

/// <summary>Finds places for labels.</summary>
internal static class LabelPlaces
{
    private const double CharacterWidth = 6.6;
    private const double LineHeight = 14;
    private const int Rounds = 4;

    private static readonly (StyleParam.TextPosition Place, int X, int Y)[] Candidates =
    [
        (StyleParam.TextPosition.TopCenter, 0, 1), (StyleParam.TextPosition.MiddleRight, 1, 0),
        (StyleParam.TextPosition.BottomCenter, 0, -1), (StyleParam.TextPosition.MiddleLeft, -1, 0),
        (StyleParam.TextPosition.TopRight, 1, 1), (StyleParam.TextPosition.BottomRight, 1, -1),
        (StyleParam.TextPosition.TopLeft, -1, 1), (StyleParam.TextPosition.BottomLeft, -1, -1),
    ];

    /// <summary>One place for each point of a plot whose ranges leave <see cref="ChartParts.RoomX"/> and <see cref="ChartParts.RoomY"/>.</summary>
    public static StyleParam.TextPosition[] Find((double X, double Y)[] points, string[] names, int[] diameters)
    {
        var (width, height) = ((double)ChartParts.PlotWidth, (double)ChartParts.PlotHeight(points.Length));
        var (x0, x1) = (points.Min(p => p.X), points.Max(p => p.X));
        var (y0, y1) = (points.Min(p => p.Y), points.Max(p => p.Y));
        static double Along(double value, double low, double high, double room) => high > low ? (room + ((value - low) / (high - low))) / (1 + (2 * room)) : 0.5;
        var centres = points.Select(p => (X: width * Along(p.X, x0, x1, ChartParts.RoomX), Y: height * Along(p.Y, y0, y1, ChartParts.RoomY))).ToArray();
        var markers = centres.Select((c, i) => new Box(c.X - (diameters[i] / 2.0), c.Y - (diameters[i] / 2.0), diameters[i], diameters[i])).ToArray();

        var places = new StyleParam.TextPosition[points.Length];
        var labels = new Box?[points.Length];
        var crowded = Enumerable.Range(0, points.Length).OrderByDescending(i => centres.Count(c => Math.Abs(c.X - centres[i].X) < 80 && Math.Abs(c.Y - centres[i].Y) < 40)).ToArray();
        for (var turn = 0; turn < Rounds * crowded.Length; turn++)
        {
            var i = crowded[turn % crowded.Length];
            var best = double.PositiveInfinity;
            foreach (var (place, dx, dy) in Candidates)
            {
                var label = At(centres[i], names[i], diameters[i], dx, dy);
                var cost = labels.Where((other, k) => k != i && other is not null).Sum(other => label.Overlap(other!.Value))
                    + markers.Where((_, k) => k != i).Sum(label.Overlap)
                    + (10 * Math.Max(0, -label.X)) + (10 * Math.Max(0, label.X + label.Width - width))
                    + (10 * Math.Max(0, -label.Y)) + (10 * Math.Max(0, label.Y + label.Height - height));
                if (cost < best - 1e-9)
                {
                    (best, places[i], labels[i]) = (cost, place, label);
                }
            }
        }

        return places;
    }

    // As plotly.js does it: a marker keeps a quarter more than its radius free, in both directions.
    private static Box At((double X, double Y) centre, string name, int diameter, int dx, int dy)
    {
        var (w, away) = (name.Length * CharacterWidth, (diameter / 1.6) + 1);
        return new Box(centre.X + (dx * away) - (w * (1 - dx) / 2), centre.Y + (dy * away) - (LineHeight * (1 - dy) / 2), w, LineHeight);
    }

    private readonly record struct Box(double X, double Y, double Width, double Height)
    {
        public double Overlap(Box other) =>
            Math.Max(0, Math.Min(X + Width, other.X + other.Width) - Math.Max(X, other.X))
            * Math.Max(0, Math.Min(Y + Height, other.Y + other.Height) - Math.Max(Y, other.Y));
    }
}
