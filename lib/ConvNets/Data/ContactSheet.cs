using ConvNets.Data.Imaging;

namespace ConvNets.Data;

/// <summary>Many pictures of a set on one sheet, to look at: one row for each class.</summary>
public static class ContactSheet
{
    /// <summary>Draws the first pictures of every class side by side, each enlarged <paramref name="zoom"/> times.</summary>
    /// <param name="set">Pictures of one size.</param>
    /// <param name="perClass">Pictures in a row.</param>
    /// <param name="zoom">Side of the square that a pixel becomes.</param>
    /// <param name="gap">White pixels between pictures.</param>
    public static Bitmap Draw(ImageSet set, int perClass = 12, int zoom = 1, int gap = 2)
    {
        if (set.Shape is not (_, var height, var width))
            throw new DataException($"{set.Name}: a contact sheet needs pictures of one size.");
        int cellX = width * zoom + gap, cellY = height * zoom + gap;
        int sheetWidth = perClass * cellX + gap, sheetHeight = set.Classes.Count * cellY + gap;
        var sheet = new byte[3 * sheetWidth * sheetHeight];
        Array.Fill(sheet, (byte)255);
        var placed = new int[set.Classes.Count];
        for (var i = 0; i < set.Count; i++)
        {
            var label = set.Labels[i];
            if (placed[label] >= perClass)
                continue;
            var picture = set.Load(i);
            var left = gap + placed[label]++ * cellX;
            var top = gap + label * cellY;
            for (var y = 0; y < height * zoom; y++)
            {
                for (var x = 0; x < width * zoom; x++)
                {
                    for (var c = 0; c < 3; c++)
                    {
                        var value = picture[Math.Min(c, picture.Channels - 1), y / zoom, x / zoom];
                        sheet[(c * sheetHeight + top + y) * sheetWidth + left + x] = (byte)(Math.Clamp(value, 0, 1) * 255 + 0.5f);
                    }
                }
            }
        }
        return new Bitmap(sheetWidth, sheetHeight, 3, sheet);
    }
}
