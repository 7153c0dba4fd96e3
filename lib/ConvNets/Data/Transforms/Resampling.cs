// Separable resampling with a filter that widens when the picture shrinks ("antialias=True"): the weights of Pillow and of torch's
// interpolate(..., antialias=True), which torchvision's Resize uses. Area is torch's mode "area": the mean over the pixels that a target
// pixel touches.
using System.Numerics;

namespace ConvNets.Data.Transforms;

/// <summary>How pixels between pixels are found.</summary>
public enum Interpolation
{
    /// <summary>A triangle, two pixels wide.</summary>
    Bilinear,

    /// <summary>Keys' cubic with a = -0.5, four pixels wide; may overshoot.</summary>
    Bicubic,

    /// <summary>The mean of the pixels that the target pixel touches.</summary>
    Area,
}

/// <summary>Resizes float planes.</summary>
internal static class Resampling
{
    /// <summary>For every target position: the first source position, and the weights from there on.</summary>
    private readonly record struct Taps(int[] Starts, float[] Weights, int Width);

    public static Picture Resize(Picture picture, int height, int width, Interpolation interpolation)
    {
        var down = MakeTaps(picture.Height, height, interpolation);
        var across = MakeTaps(picture.Width, width, interpolation);
        var result = Picture.Create(picture.Channels, height, width, picture.Box?.Scale((float)width / picture.Width, (float)height / picture.Height));
        var line = new float[picture.Width + across.Width];
        for (var c = 0; c < picture.Channels; c++)
        {
            for (var y = 0; y < height; y++)
            {
                Down(picture, c, y, down, line);
                Across(line, across, result.Row(c, y));
            }
        }
        return result;
    }

    private static void Down(Picture picture, int channel, int y, Taps taps, float[] line)
    {
        Array.Clear(line);
        for (var k = 0; k < taps.Width; k++)
        {
            var weight = taps.Weights[y * taps.Width + k];
            if (weight == 0)
                continue;
            var row = picture.Row(channel, taps.Starts[y] + k);
            var x = 0;
            for (; x <= row.Length - Vector<float>.Count; x += Vector<float>.Count)
                (new Vector<float>(line, x) + weight * new Vector<float>(row[x..])).CopyTo(line, x);
            for (; x < row.Length; x++)
                line[x] += weight * row[x];
        }
    }

    private static void Across(ReadOnlySpan<float> line, Taps taps, Span<float> row)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var from = line.Slice(taps.Starts[x], taps.Width);
            var weights = taps.Weights.AsSpan(x * taps.Width, taps.Width);
            var sum = 0f;
            for (var k = 0; k < weights.Length; k++)
                sum += weights[k] * from[k];
            row[x] = sum;
        }
    }

    private static Taps MakeTaps(int from, int to, Interpolation interpolation)
    {
        var scale = (double)from / to;
        var support = interpolation == Interpolation.Bicubic ? 2.0 : 1.0;
        var reach = support * Math.Max(scale, 1);
        var lists = new (int Start, double[] Weights)[to];
        for (var i = 0; i < to; i++)
            lists[i] = interpolation == Interpolation.Area ? AreaTaps(i, from, to) : FilterTaps(i, from, scale, reach, interpolation);

        var width = lists.Max(list => list.Weights.Length);
        var starts = new int[to];
        var weights = new float[to * width];
        for (var i = 0; i < to; i++)
        {
            starts[i] = lists[i].Start;
            for (var k = 0; k < lists[i].Weights.Length; k++)
                weights[i * width + k] = (float)lists[i].Weights[k];
        }
        return new Taps(starts, weights, width);
    }

    private static (int Start, double[] Weights) FilterTaps(int i, int from, double scale, double reach, Interpolation interpolation)
    {
        var centre = scale * (i + 0.5);
        var first = Math.Max((int)(centre - reach + 0.5), 0);
        var last = Math.Min((int)(centre + reach + 0.5), from);
        var weights = new double[last - first];
        var sum = 0.0;
        for (var k = 0; k < weights.Length; k++)
        {
            var x = Math.Abs((k + first - centre + 0.5) / Math.Max(scale, 1));
            weights[k] = interpolation == Interpolation.Bicubic ? Cubic(x) : Math.Max(0, 1 - x);
            sum += weights[k];
        }
        for (var k = 0; k < weights.Length; k++)
            weights[k] /= sum;
        return (first, weights);
    }

    private static double Cubic(double x) => x switch
    {
        < 1 => (1.5 * x - 2.5) * x * x + 1,
        < 2 => ((-0.5 * x + 2.5) * x - 4) * x + 2,
        _ => 0,
    };

    private static (int Start, double[] Weights) AreaTaps(int i, int from, int to)
    {
        var first = (int)((long)i * from / to);
        var last = (int)(((long)(i + 1) * from + to - 1) / to);
        var weights = new double[last - first];
        Array.Fill(weights, 1.0 / weights.Length);
        return (first, weights);
    }
}
