// Attribute values that carry a number, a text or a list: axis ids, ranges, custom colour scales and dashes.

using System.Globalization;

namespace Plotly.NET;

public static partial class StyleParam
{
    private static string Numbered(string name, int id) => id < 2 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{id}");

    public sealed partial class BackOff
    {
        public static BackOff NewValue(int item) => new(item);

        public static BackOff NewArray(IEnumerable<int> item) => new(item.ToArray());
    }

    public sealed partial class ColorComponentBound
    {
        public static ColorComponentBound NewRGB(int r, int g, int b) => new(new[] { r, g, b });

        public static ColorComponentBound NewRGBA(int r, int g, int b, int a) => new(new[] { r, g, b, a });

        public static ColorComponentBound NewRGBA256(int item1, int item2, int item3, int item4) => new(new[] { item1, item2, item3, item4 });

        public static ColorComponentBound NewHSL(int h, int s, int l) => new(new[] { h, s, l });

        public static ColorComponentBound NewHSLA(int h, int s, int l, int a) => new(new[] { h, s, l, a });
    }

    public sealed partial class Colorscale
    {
        public static Colorscale NewCustom(IEnumerable<Tuple<double, Color>> item) =>
            new(item.Select(stop => new object[] { stop.Item1, stop.Item2 }).ToArray());
    }

    public sealed partial class DrawingStyle
    {
        public static DrawingStyle NewUser(IEnumerable<int> item) =>
            new(string.Join(",", item.Select(px => string.Create(CultureInfo.InvariantCulture, $"{px}px"))));
    }

    public sealed partial class FontFamily
    {
        public static FontFamily NewCustom(string item) => new(item);
    }

    public sealed partial class LinearAxisId
    {
        public static LinearAxisId NewX(int item) => new(Numbered("x", item));

        public static LinearAxisId NewY(int item) => new(Numbered("y", item));
    }

    public sealed partial class Range
    {
        public static Range NewMinMax(IConvertible item1, IConvertible item2) => new(new object[] { item1, item2 });

        public static Range NewValues(IConvertible[] item) => new(item);
    }

    public sealed partial class ScaleAnchor
    {
        public static ScaleAnchor NewX(int item) => new(Numbered("x", item));

        public static ScaleAnchor NewY(int item) => new(Numbered("y", item));
    }

    public sealed partial class SubPlotId
    {
        public static SubPlotId NewXAxis(int item) => new(Numbered("xaxis", item));

        public static SubPlotId NewYAxis(int item) => new(Numbered("yaxis", item));

        public static SubPlotId NewColorAxis(int item) => new(Numbered("coloraxis", item));

        public static SubPlotId NewLegend(int item) => new(Numbered("legend", item));
    }

    public sealed partial class TextAngle
    {
        public static TextAngle NewDegrees(double item) => new(item);
    }

    public sealed partial class TickAutoMargin
    {
        public static TickAutoMargin NewCustom(IEnumerable<TickAutoMargin> item) => new(string.Join("+", item.Select(side => side.ToString())));
    }
}
