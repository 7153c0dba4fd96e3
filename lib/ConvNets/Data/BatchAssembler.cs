using System.Buffers;
using System.Collections.Concurrent;
using ConvNets.Data.Transforms;

namespace ConvNets.Data;

/// <summary>What to do with a picture that cannot be read.</summary>
public enum OnError
{
    /// <summary>Stop, with the sentence that names the file.</summary>
    Throw,

    /// <summary>Leave it out of its batch, remember the sentence, and go on.</summary>
    Skip,
}

/// <summary>Reads, transforms and lays out the pictures of one batch. Every draw comes from (seed, epoch, index of the picture).</summary>
internal sealed class BatchAssembler(
    ImageSet set, IReadOnlyList<Transform> transforms, ViewTransform? views, long seed, OnError onError)
{
    /// <summary>Sentences of the pictures that were left out so far.</summary>
    public ConcurrentQueue<string> Skipped { get; } = new();

    /// <summary>Lays out the pictures at these positions; pictures that are skipped shorten the batch.</summary>
    public RawBatch Assemble(ReadOnlySpan<int> indices, int epoch)
    {
        var batch = new RawBatch(indices.Length, views?.Count ?? 1);
        try
        {
            foreach (var index in indices)
                Append(batch, index, epoch);
            return batch;
        }
        catch
        {
            batch.Recycle();
            throw;
        }
    }

    private void Append(RawBatch batch, int index, int epoch)
    {
        Picture picture;
        try
        {
            picture = set.Load(index);
        }
        catch (DataException error) when (onError == OnError.Skip)
        {
            Skipped.Enqueue(error.Message);
            return;
        }
        try
        {
            picture = Transform.ApplyAll(transforms, picture, new Draw(seed, epoch, index));
        }
        catch (DataException error)
        {
            throw new DataException($"{set.Describe(index)}: {error.Message}", error);
        }
        if (views is null)
        {
            batch.Append(picture, set, index);
            picture.Recycle();
        }
        else
        {
            foreach (var view in views.Apply(picture))
            {
                batch.Append(view, set, index);
                view.Recycle();
            }
            picture.Recycle();
        }
        batch.Finish(set.Labels[index], index);
    }
}

/// <summary>A batch before it becomes tensors: values [N x V, C, H, W] in rented memory.</summary>
internal sealed class RawBatch(int capacity, int views)
{
    private readonly long[] labels = new long[capacity];
    private readonly int[] indices = new int[capacity];
    private float[] values = [];
    private int written;

    public int Count { get; private set; }

    public int Views => views;

    public int Channels { get; private set; }

    public int Height { get; private set; }

    public int Width { get; private set; }

    public ReadOnlySpan<float> Values => values.AsSpan(0, written);

    public long[] Labels => Count == capacity ? labels : labels[..Count];

    public int[] Indices => Count == capacity ? indices : indices[..Count];

    /// <summary>Adds the values of one picture; the first one decides the size of all.</summary>
    public void Append(Picture picture, ImageSet set, int index)
    {
        if (written == 0)
        {
            (Channels, Height, Width) = (picture.Channels, picture.Height, picture.Width);
            values = ArrayPool<float>.Shared.Rent(checked(capacity * views * picture.Values.Length));
        }
        else if (picture.Channels != Channels || picture.Height != Height || picture.Width != Width)
        {
            throw new DataException(
                $"{set.Describe(index)}: is {picture.Channels}x{picture.Height}x{picture.Width} after the transforms, but the batch began with {Channels}x{Height}x{Width}; end the transforms with a crop or ResizeTo.");
        }
        picture.Values.CopyTo(values.AsSpan(written));
        written += picture.Values.Length;
    }

    /// <summary>Counts the picture whose values were added.</summary>
    public void Finish(long label, int index)
    {
        labels[Count] = label;
        indices[Count] = index;
        Count++;
    }

    /// <summary>Gives the memory back.</summary>
    public void Recycle()
    {
        if (values.Length > 0)
            ArrayPool<float>.Shared.Return(values);
        values = [];
        written = 0;
    }
}
