// A drawing area of characters. Its pixels are those of the SVG renderer at 8 by 16 to a character, so that axes, ticks, bars and
// markers are placed by the same code; lines are drawn in braille dots, 2 by 4 to a character.

using System.Text;

namespace Plotly.NET.Rendering;

/// <summary>Characters with dots under them.</summary>
internal sealed class TextCanvas
{
    public const int CellWidth = 8;
    public const int CellHeight = 16;
    private const int DotSize = 4;
    private const int NoDots = 0x2800;

    // Dots of a braille character by row and column.
    private static readonly byte[] Dots = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

    private readonly char[,] _characters;
    private readonly byte[,] _dots;

    public TextCanvas(int columns, int rows, TextGlyphs glyphs)
    {
        (Columns, Rows, Glyphs) = (columns, rows, glyphs);
        _characters = new char[rows, columns];
        _dots = new byte[rows, columns];
    }

    public int Columns { get; }

    public int Rows { get; }

    public TextGlyphs Glyphs { get; }

    public double Width => Columns * CellWidth;

    public double Height => Rows * CellHeight;

    /// <summary>The character column of a pixel; the right edge belongs to the last one.</summary>
    public int Column(double x) => Math.Clamp((int)Math.Floor(x / CellWidth), 0, Columns - 1);

    /// <summary>The character row of a pixel; the lower edge belongs to the last one.</summary>
    public int Row(double y) => Math.Clamp((int)Math.Floor(y / CellHeight), 0, Rows - 1);

    /// <summary>Puts a character over whatever is there; beyond the edges nothing happens.</summary>
    public void Put(int column, int row, char character)
    {
        if (column >= 0 && column < Columns && row >= 0 && row < Rows)
        {
            _characters[row, column] = character;
        }
    }

    /// <summary>Puts a mark at a pixel within the area.</summary>
    public void Mark(double x, double y, char mark) => Put(Column(x), Row(y), mark);

    /// <summary>Writes a text that begins at a column, moved inward where it would leave the area.</summary>
    public void Write(int column, int row, string text)
    {
        column = Math.Clamp(column, 0, Math.Max(0, Columns - text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            Put(column + i, row, text[i]);
        }
    }

    /// <summary>Sets the dot at a pixel; without braille the whole character becomes <paramref name="plain"/>, if it is free.</summary>
    public void Dot(double x, double y, char plain)
    {
        if (x < 0 || y < 0 || x > Width || y > Height)
        {
            return;
        }

        var (column, row) = (Column(x), Row(y));
        if (Glyphs.IsAscii)
        {
            if (_characters[row, column] == 0)
            {
                _characters[row, column] = plain;
            }

            return;
        }

        var dotColumn = Math.Min((int)(x / DotSize), (2 * Columns) - 1) % 2;
        var dotRow = Math.Min((int)(y / DotSize), (4 * Rows) - 1) % 4;
        _dots[row, column] |= Dots[(2 * dotRow) + dotColumn];
    }

    /// <summary>A straight line of dots, of which the part within the area shows.</summary>
    /// <param name="x0">Its beginning.</param>
    /// <param name="y0">Its beginning.</param>
    /// <param name="x1">Its end.</param>
    /// <param name="y1">Its end.</param>
    /// <param name="plain">Its character where there are no dots.</param>
    /// <param name="every">Every how many dots one is set: more than 1 for dashes.</param>
    public void Line(double x0, double y0, double x1, double y1, char plain, int every = 1)
    {
        if (!Clip(ref x0, ref y0, ref x1, ref y1))
        {
            return;
        }

        var steps = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0)) / DotSize));
        for (var i = 0; i <= steps; i++)
        {
            var t = (double)i / steps;
            if (i % every == 0)
            {
                Dot(x0 + ((x1 - x0) * t), y0 + ((y1 - y0) * t), plain);
            }
        }
    }

    /// <summary>Sparse dots between two heights at a pixel column of dots.</summary>
    public void Shade(double x, double y0, double y1)
    {
        var column = (int)(x / DotSize);
        var (top, bottom) = (Math.Max(0, Math.Min(y0, y1)), Math.Min(Height, Math.Max(y0, y1)));
        for (var row = (int)Math.Ceiling(top / DotSize); row * DotSize <= bottom; row++)
        {
            if (column % 2 == 0 && (row + column) % 4 == 0)
            {
                Dot(x, row * DotSize, Glyphs.Band);
            }
        }
    }

    /// <summary>Fills the characters whose middle lies in a rectangle, at least one row or column of them.</summary>
    public void Fill(double x0, double y0, double x1, double y1, char inside)
    {
        var (left, right) = Span(x0, x1, CellWidth);
        var (top, bottom) = Span(y0, y1, CellHeight);
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
            {
                Put(column, row, inside);
            }
        }
    }

    /// <summary>The lines from top to bottom.</summary>
    public IEnumerable<string> Lines()
    {
        for (var row = 0; row < Rows; row++)
        {
            var line = new StringBuilder(Columns);
            for (var column = 0; column < Columns; column++)
            {
                line.Append(_characters[row, column] is var c and not '\0' ? c : _dots[row, column] is var dots and not 0 ? (char)(NoDots + dots) : ' ');
            }

            yield return line.ToString();
        }
    }

    private static (int From, int To) Span(double a, double b, int size)
    {
        var from = (int)Math.Round(Math.Min(a, b) / size, MidpointRounding.AwayFromZero);
        var to = (int)Math.Round(Math.Max(a, b) / size, MidpointRounding.AwayFromZero);
        return to > from || a == b ? (from, to) : ((int)Math.Floor((a + b) / 2 / size), (int)Math.Floor((a + b) / 2 / size) + 1);
    }

    // Liang and Barsky (1984), "A new concept and method for line clipping".
    private bool Clip(ref double x0, ref double y0, ref double x1, ref double y1)
    {
        var (dx, dy, from, to) = (x1 - x0, y1 - y0, 0.0, 1.0);
        foreach (var (p, q) in new[] { (-dx, x0), (dx, Width - x0), (-dy, y0), (dy, Height - y0) })
        {
            if (p == 0)
            {
                if (!(q >= 0))
                {
                    return false;
                }
            }
            else if (p < 0)
            {
                from = Math.Max(from, q / p);
            }
            else
            {
                to = Math.Min(to, q / p);
            }
        }

        if (!(from <= to))
        {
            return false;
        }

        (x0, y0, x1, y1) = (x0 + (dx * from), y0 + (dy * from), x0 + (dx * to), y0 + (dy * to));
        return true;
    }
}
