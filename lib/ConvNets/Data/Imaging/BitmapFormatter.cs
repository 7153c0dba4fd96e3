// How a notebook shows a bitmap: as the picture that it is, a PNG inside the page.

using System.Globalization;
using ConvNets.Lessons;

namespace ConvNets.Data.Imaging;

/// <summary>The formatters of <see cref="Bitmap"/>: an image for a page, its size for a terminal.</summary>
internal sealed class BitmapFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Bitmap>("text/html", picture => string.Create(CultureInfo.InvariantCulture,
            $"<img src=\"data:image/png;base64,{Convert.ToBase64String(PngWriter.Encode(picture))}\" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"{picture}\">")),
        new TypeFormatter<Bitmap>("text/plain", picture => picture.ToString()),
    ];
}
