// A tensor as a picture: [H, W], [1, H, W] or [3, H, W] as one, [N, C, H, W] as a grid. Values are stretched from the least to
// the greatest, bytes are taken as they are.

using ConvNets.Data.Imaging;
using TorchSharp;

namespace NotebookHost.Display;

internal static class TensorPictures
{
    private const int MinimumSide = 8;
    private const int MaximumPictures = 64;
    private const int Gap = 2;
    private const int MinimumShown = 160;

    /// <summary>Whether the shape is that of one or several pictures.</summary>
    internal static bool Fits(torch.Tensor tensor) =>
        tensor.shape is [.., (1 or 3) and _, >= MinimumSide and <= 2048, >= MinimumSide and <= 2048] shape && shape.Length is 3 or 4
        && shape[0] > 0 && tensor.dtype != torch.ScalarType.Bool;

    /// <summary>The picture or grid as an img element with a caption's worth of alternative text.</summary>
    internal static string ToHtml(torch.Tensor tensor, TensorValues values)
    {
        var (png, width, height) = Render(tensor, values);
        var scale = Math.Max(1, (int)Math.Ceiling((double)MinimumShown / Math.Max(width, height)));
        return $"<img alt=\"tensor [{string.Join(", ", tensor.shape)}] as a picture\" width=\"{width * scale}\" height=\"{height * scale}\" style=\"image-rendering:pixelated;max-width:100%;height:auto\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\">";
    }

    private static (byte[] Png, int Width, int Height) Render(torch.Tensor tensor, TensorValues values)
    {
        var shape = values.Shape;
        var (channels, height, width) = ((int)shape[^3], (int)shape[^2], (int)shape[^1]);
        var count = shape.Length == 4 ? (int)Math.Min(shape[0], MaximumPictures) : 1;
        var columns = (int)Math.Ceiling(Math.Sqrt(count * 1.6));
        columns = Math.Min(columns, count);
        var rows = (count + columns - 1) / columns;
        var (sheetWidth, sheetHeight) = ((columns * (width + Gap)) - Gap, (rows * (height + Gap)) - Gap);
        var planes = new byte[3 * sheetWidth * sheetHeight];
        Array.Fill(planes, (byte)255);
        var (min, max, _, _, _) = values.Summary();
        var isBytes = tensor.dtype == torch.ScalarType.Byte;
        var unit = isBytes ? 1 : max > min ? 255 / (max - min) : 0;
        var zero = isBytes ? 0 : min;
        for (var n = 0; n < count; n++)
        {
            var (left, top) = (n % columns * (width + Gap), n / columns * (height + Gap));
            for (var c = 0; c < 3; c++)
            {
                var source = ((n * channels) + (channels == 3 ? c : 0)) * height * width;
                for (var y = 0; y < height; y++)
                {
                    for (var x = 0; x < width; x++)
                    {
                        var value = (values.Numbers[source + (y * width) + x] - zero) * unit;
                        planes[(((c * sheetHeight) + top + y) * sheetWidth) + left + x] = (byte)Math.Clamp(double.IsFinite(value) ? value + 0.5 : 0, 0, 255);
                    }
                }
            }
        }

        return (PngWriter.Encode(new Bitmap(sheetWidth, sheetHeight, 3, planes)), sheetWidth, sheetHeight);
    }
}
