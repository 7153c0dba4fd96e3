namespace ConvNets.Data;

/// <summary>Mean and standard deviation of each channel over a set of pictures, for values 0 to 1.</summary>
/// <param name="Mean">One mean per channel.</param>
/// <param name="Std">One standard deviation per channel (of all pixels, divided by their number).</param>
public sealed record ChannelStatistics(float[] Mean, float[] Std)
{
    /// <summary>Measures at most <paramref name="limit"/> pictures, spread evenly over the set; the sums are exact for byte pictures.</summary>
    /// <exception cref="DataException">The set is empty.</exception>
    public static ChannelStatistics Of(ImageSet set, int limit = 10_000)
    {
        if (set.Count == 0)
            throw new DataException($"{set.Name} holds no pictures, so they have no mean and standard deviation.");
        var used = Math.Min(limit, set.Count);
        var sums = new (double[] Sum, double[] Square, long Pixels)[used];
        Parallel.For(0, used, i => sums[i] = Measure(set.Load((int)((long)i * set.Count / used))));

        var channels = sums.Max(s => s.Sum.Length);
        float[] mean = new float[channels], std = new float[channels];
        for (var c = 0; c < channels; c++)
        {
            // A grey picture among coloured ones counts for each of their channels.
            var sum = sums.Sum(s => s.Sum[Math.Min(c, s.Sum.Length - 1)]);
            var square = sums.Sum(s => s.Square[Math.Min(c, s.Square.Length - 1)]);
            var pixels = (double)sums.Sum(s => s.Pixels);
            mean[c] = (float)(sum / pixels);
            std[c] = (float)Math.Sqrt(Math.Max(0, square / pixels - sum / pixels * (sum / pixels)));
        }
        return new ChannelStatistics(mean, std);
    }

    private static (double[] Sum, double[] Square, long Pixels) Measure(Picture picture)
    {
        double[] sum = new double[picture.Channels], square = new double[picture.Channels];
        for (var c = 0; c < picture.Channels; c++)
        {
            foreach (var value in picture.Plane(c))
            {
                sum[c] += value;
                square[c] += (double)value * value;
            }
        }
        var pixels = (long)picture.Height * picture.Width;
        picture.Recycle();
        return (sum, square, pixels);
    }
}
