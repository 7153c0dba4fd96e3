namespace TorchSharp.Kernels.Resample;

/// <summary>Where each position of a padded dimension comes from.</summary>
internal static class PaddingMap
{
    /// <summary>Mirrored at the edge elements, which are not repeated.</summary>
    public static long[] Reflect(long size, long before, long after) => Map(size, before, after, i => i < 0 ? -i : i >= size ? 2 * (size - 1) - i : i);

    /// <summary>The edge element repeated.</summary>
    public static long[] Replicate(long size, long before, long after) => Map(size, before, after, i => Math.Clamp(i, 0, size - 1));

    /// <summary>Round and round what negative padding leaves.</summary>
    public static long[] Circular(long size, long before, long after)
    {
        var (first, kept) = Kept(size, before, after);
        return Map(size, before, after, i => first + ((i - first) % kept + kept) % kept);
    }

    /// <summary>Where the part begins that negative padding leaves of a dimension, and how long it is.</summary>
    public static (long First, long Count) Kept(long size, long before, long after) => (Math.Max(-before, 0), size + Math.Min(before, 0) + Math.Min(after, 0));

    private static long[] Map(long size, long before, long after, Func<long, long> from)
    {
        var length = size + before + after;
        if (length > Array.MaxLength) throw new ExternalException($"pad: a dimension of size {size} with padding ({before}, {after}) would have {length} elements, more than fit in memory");
        var map = new long[Math.Max(0, length)];
        for (long i = 0; i < map.Length; i++) map[i] = from(i - before);
        return map;
    }
}
