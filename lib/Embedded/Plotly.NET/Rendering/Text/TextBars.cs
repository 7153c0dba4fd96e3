// Bars over numbers, histograms above all, in text: columns of block characters, whose tops are told to an eighth of a line.

namespace Plotly.NET.Rendering;

/// <summary>Draws bars within axes.</summary>
internal static class TextBars
{
    private const string Eighths = "▁▂▃▄▅▆▇";

    public static void Fill(TextPicture picture, IReadOnlyList<Series> bars, TextCanvas canvas)
    {
        // Where bars lie upon each other the shorter ones stay in sight.
        var all = bars.SelectMany(s => Bars.Of(s, picture.Model).Select(bar => (Series: s, Bar: bar)));
        foreach (var (series, bar) in all.OrderByDescending(b => Math.Abs(b.Bar.To - b.Bar.From)))
        {
            var (across, along) = series.Horizontal ? (series.Y!, series.X!) : (series.X!, series.Y!);
            var (near, far) = (across.Pixel(bar.Near), across.Pixel(bar.Far));
            var from = double.IsFinite(bar.From) ? along.Pixel(Math.Clamp(bar.From, along.Low, along.High)) : along.Start;
            var to = along.Pixel(Math.Clamp(bar.To, along.Low, along.High));
            if (series.Horizontal)
            {
                canvas.Fill(from, near, to, far, picture.Fill(series));
            }
            else
            {
                canvas.Fill(near, from, far, to, picture.Fill(series));
                Tip(picture, series, canvas, (near, far), from, to);
            }
        }
    }

    // The last line of a column that grows upwards: as much of it as the value asks for.
    private static void Tip(TextPicture picture, Series series, TextCanvas canvas, (double Near, double Far) sides, double from, double to)
    {
        if (canvas.Glyphs.IsAscii || picture.Number(series) > 0 || to >= from)
        {
            return;
        }

        var row = (int)Math.Floor(to / TextCanvas.CellHeight);
        var eighths = (int)Math.Round(((row + 1) - (to / TextCanvas.CellHeight)) * 8);
        var inside = eighths switch
        {
            0 => row + 1 < canvas.Rows && from > (row + 1) * TextCanvas.CellHeight ? ' ' : Eighths[0],
            8 => picture.Fill(series),
            _ => Eighths[eighths - 1],
        };
        canvas.Fill(sides.Near, row * TextCanvas.CellHeight, sides.Far, (row + 1) * TextCanvas.CellHeight, inside);
    }
}
