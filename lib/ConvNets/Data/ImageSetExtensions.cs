using System.Collections.Concurrent;
using ConvNets.Data.Transforms;

namespace ConvNets.Data;

/// <summary>A set that was read into memory, and the sentences of the pictures that were left out.</summary>
/// <param name="Images">The pictures that could be read.</param>
/// <param name="Skipped">One sentence for each of the others.</param>
public sealed record Loaded(MemoryImages Images, IReadOnlyList<string> Skipped);

/// <summary>Further ways to use a set of pictures.</summary>
public static class ImageSetExtensions
{
    /// <summary>
    /// Reads all pictures through the transforms into memory as bytes, on all cores. Their values must lie in 0 to 1 and their sizes agree,
    /// so end with a crop or <see cref="ResizeTo"/>, and normalise later.
    /// </summary>
    /// <param name="set">Any set.</param>
    /// <param name="transforms">Applied to every picture; random ones draw from (seed, 0, index).</param>
    /// <param name="seed">For random transforms.</param>
    /// <param name="onError">Whether an unreadable picture stops the reading or is left out and reported.</param>
    /// <exception cref="DataException">A picture cannot be read, or the sizes differ.</exception>
    public static Loaded ToMemory(this ImageSet set, IReadOnlyList<Transform>? transforms = null, long seed = 0, OnError onError = OnError.Throw)
    {
        var bytes = new byte[set.Count][];
        var shapes = new (int C, int H, int W)[set.Count];
        var boxes = new Box[set.Count];
        var skipped = new ConcurrentDictionary<int, string>();
        try
        {
            Parallel.For(0, set.Count, i =>
            {
                try
                {
                    var picture = Transform.ApplyAll(transforms ?? [], set.Load(i), new Draw(seed, 0, i));
                    bytes[i] = new byte[picture.Values.Length];
                    Bytes.FromUnit(picture.Values, bytes[i]);
                    shapes[i] = (picture.Channels, picture.Height, picture.Width);
                    boxes[i] = picture.Box ?? default;
                    picture.Recycle();
                }
                catch (DataException error) when (onError == OnError.Skip)
                {
                    skipped[i] = error.Message;
                }
            });
        }
        catch (AggregateException errors) when (errors.InnerExceptions.OfType<DataException>().FirstOrDefault() is { } first)
        {
            throw first;
        }

        var kept = Enumerable.Range(0, set.Count).Where(i => bytes[i] is not null).ToArray();
        var (c, h, w) = kept.Length > 0 ? shapes[kept[0]] : (3, 1, 1);
        if (Array.Find(kept, i => shapes[i] != (c, h, w)) is var odd && odd > 0)
        {
            throw new DataException(
                $"{set.Describe(odd)}: is {shapes[odd].C}x{shapes[odd].H}x{shapes[odd].W}, but the first picture {c}x{h}x{w}; end the transforms with a crop or ResizeTo.");
        }
        if ((long)kept.Length * c * h * w > Array.MaxLength)
            throw new DataException($"{set.Name}: {kept.Length:N0} pictures of {c}x{h}x{w} do not fit into one set in memory; take fewer or make them smaller.");
        var pixels = GC.AllocateUninitializedArray<byte>(kept.Length * c * h * w);
        for (var k = 0; k < kept.Length; k++)
            bytes[kept[k]].CopyTo(pixels, (long)k * c * h * w);
        var images = new MemoryImages(
            set.Name, pixels, c, h, w, [.. kept.Select(i => set.Labels[i])], set.Classes, set.Boxes is null ? null : [.. kept.Select(i => boxes[i])]);
        return new Loaded(images, [.. skipped.OrderBy(pair => pair.Key).Select(pair => pair.Value)]);
    }
}
