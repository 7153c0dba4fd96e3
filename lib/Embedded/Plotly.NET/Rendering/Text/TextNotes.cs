// Annotations and shapes within a plot in text.

namespace Plotly.NET.Rendering;

/// <summary>Writes notes and draws shapes.</summary>
internal static class TextNotes
{
    private const double ArrowLength = 30;

    public static void Shapes(TextPicture picture, TextCanvas canvas)
    {
        foreach (var shape in (Read.List(picture.Model.Layout, "shapes") ?? []).OfType<PlotlyObject>().Where(s => Read.Truth(s, "visible") != false))
        {
            if (X(picture, shape, "x0", canvas) is not { } x0 || X(picture, shape, "x1", canvas) is not { } x1 || Y(picture, shape, "y0", canvas) is not { } y0 || Y(picture, shape, "y1", canvas) is not { } y1)
            {
                continue;
            }

            var (level, upright) = (canvas.Glyphs.Level, canvas.Glyphs.Upright);
            if (Read.Text(shape, "type") == "line")
            {
                canvas.Line(x0, y0, x1, y1, Math.Abs(x1 - x0) < Math.Abs(y1 - y0) ? upright : level, every: 2);
                continue;
            }

            canvas.Line(x0, y0, x1, y0, level, every: 2);
            canvas.Line(x0, y1, x1, y1, level, every: 2);
            canvas.Line(x0, y0, x0, y1, upright, every: 2);
            canvas.Line(x1, y0, x1, y1, upright, every: 2);
        }
    }

    public static void Write(TextPicture picture, Panel panel, TextCanvas canvas)
    {
        foreach (var note in picture.Notes)
        {
            var (across, down) = (Read.Text(note, "xref") ?? "x", Read.Text(note, "yref") ?? "y");
            if (!Belongs(across, panel) || !Belongs(down, panel) || X(picture, note, "x", canvas) is not { } x || Y(picture, note, "y", canvas) is not { } y)
            {
                continue;
            }

            if (Read.Truth(note, "showarrow") ?? true)
            {
                x += Read.Number(note, "ax") ?? 0;
                y += Read.Number(note, "ay") ?? -ArrowLength;
            }

            if (x < 0 || x > canvas.Width)
            {
                continue;
            }

            var text = picture.Glyphs.Label(Read.Text(note, "text"));
            var column = canvas.Column(x) - (Read.Text(note, "xanchor") switch { "left" => 0, "right" => text.Length - 1, _ => text.Length / 2 });
            canvas.Write(column, canvas.Row(y), text);
        }
    }

    private static bool Belongs(string reference, Panel panel) => reference == "paper" || panel.Axes.Any(a => reference == a.Id || reference == a.Id + " domain");

    private static double? X(TextPicture picture, PlotlyObject item, string key, TextCanvas canvas) =>
        AnnotationDrawing.Place(picture.Model, Read.Value(item, key), Read.Text(item, "xref") ?? "x", 0, canvas.Width, horizontal: true);

    private static double? Y(TextPicture picture, PlotlyObject item, string key, TextCanvas canvas) =>
        AnnotationDrawing.Place(picture.Model, Read.Value(item, key), Read.Text(item, "yref") ?? "y", canvas.Height, -canvas.Height, horizontal: false);
}
