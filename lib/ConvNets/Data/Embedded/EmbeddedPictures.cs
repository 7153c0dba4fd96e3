// The embedded data set: pictures out of nothing, so that the course runs on a machine without a network. Ten classes of shape and texture with
// pose, scale, colour, light, clutter, occlusion and noise; see datasets/README.md for what networks reach on it.
using ConvNets.Data.Embedded;

namespace ConvNets.Data;

/// <summary>The visual style of embedded pictures; two styles make a pair for domain adaptation.</summary>
public enum Domain
{
    /// <summary>Shaded, coloured, blurred and grainy, before uneven backgrounds.</summary>
    Photo,

    /// <summary>Pen lines on pale paper.</summary>
    Drawing,
}

/// <summary>Generates the embedded data set. A picture depends on its seed and index alone, bit for bit on every machine.</summary>
public static class EmbeddedPictures
{
    /// <summary>Side lengths between these are offered.</summary>
    public const int SmallestSize = 32, LargestSize = 224;

    /// <summary>The difficulty to which the course's experiments are calibrated.</summary>
    public const double DefaultDifficulty = 0.5;

    /// <summary>Names of the classes; the first five are natural things, the last five made ones.</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["flower", "leaf", "starfish", "shell", "beetle", "wheel", "bricks", "gear", "window", "arrow"];

    /// <summary>Labels of the natural half: curved outlines, grown patterns.</summary>
    public static IReadOnlyList<int> Natural { get; } = [0, 1, 2, 3, 4];

    /// <summary>Labels of the made half: straight edges, circles, regular patterns.</summary>
    public static IReadOnlyList<int> Made { get; } = [5, 6, 7, 8, 9];

    /// <summary>
    /// Paints <paramref name="count"/> pictures [3, <paramref name="size"/>, <paramref name="size"/>], as many of each class as of any other
    /// (give or take one), in random order, each with the box of its object.
    /// </summary>
    /// <param name="count">How many pictures.</param>
    /// <param name="seed">Another seed gives other pictures of the same kind.</param>
    /// <param name="size">Side in pixels, 32 to 224.</param>
    /// <param name="domain">Photographs or drawings.</param>
    /// <param name="difficulty">0 (large, clean, centred objects) to 1 (small, noisy, hidden ones).</param>
    public static MemoryImages Generate(
        int count, long seed, int size = 32, Domain domain = Domain.Photo, double difficulty = DefaultDifficulty)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (size is < SmallestSize or > LargestSize)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"Embedded pictures have a side of {SmallestSize} to {LargestSize} pixels.");
        if (!(difficulty is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(difficulty), difficulty, "The difficulty is a number from 0 to 1.");

        var bytesEach = 3 * size * size;
        if ((long)count * bytesEach > Array.MaxLength)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"At {size}x{size} at most {Array.MaxLength / bytesEach:N0} pictures fit in one set.");
        var pixels = GC.AllocateUninitializedArray<byte>(count * bytesEach);
        var labels = Labels(count, seed);
        var boxes = new Box[count];
        Parallel.For(0, count, i => boxes[i] = Scene.Paint(
            labels[i], size, domain, difficulty, new Draw(seed, (long)domain, i), pixels.AsSpan(i * bytesEach, bytesEach)));
        return new MemoryImages($"embedded-{domain.ToString().ToLowerInvariant()}", pixels, 3, size, size, labels, Classes, boxes);
    }

    /// <summary>Deals the classes out in blocks, each block holding every class once in a random order.</summary>
    private static int[] Labels(int count, long seed)
    {
        var labels = new int[count];
        var block = new int[Classes.Count];
        for (var start = 0; start < count; start += block.Length)
        {
            block = new Draw(seed, -1, start).Permutation(block.Length);
            block.AsSpan(0, Math.Min(block.Length, count - start)).CopyTo(labels.AsSpan(start));
        }
        return labels;
    }
}
