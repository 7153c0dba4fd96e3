// Batches for training and testing, made on background threads ahead of the training step. The order of an epoch comes from (seed, epoch), the
// draws of a picture from (seed, epoch, index): any number of workers gives the same batches, bit for bit.
using ConvNets.Data.Transforms;
using static TorchSharp.torch;

namespace ConvNets.Data;

/// <summary>Pictures and labels of one step.</summary>
/// <param name="Images">[N, C, H, W] float32 (with views [N x V, C, H, W], the views of a picture one after another).</param>
/// <param name="Labels">[N] int64.</param>
/// <param name="Indices">The position of each picture in its set.</param>
public sealed record Batch(Tensor Images, Tensor Labels, int[] Indices) : IDisposable
{
    /// <summary>Number of pictures.</summary>
    public int Count => Indices.Length;

    /// <summary>Takes the batch apart.</summary>
    public void Deconstruct(out Tensor images, out Tensor labels) => (images, labels) = (Images, Labels);

    /// <summary>Frees both tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }
}

/// <summary>Hands out the batches of a set, epoch by epoch.</summary>
/// <example><code>
/// var loader = new BatchLoader(data.Train, 128, Presets.PadCropFlip(data.Statistics), seed: 1);
/// for (var epoch = 0; epoch &lt; 10; epoch++)
///     foreach (var (images, labels) in loader.Epoch(epoch))
///         Step(images, labels);
/// </code></example>
public sealed class BatchLoader
{
    private readonly BatchAssembler assembler;
    private readonly bool shuffle;
    private readonly long seed;

    /// <summary>Sets up a loader; nothing is read before the first epoch begins.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="batchSize">Pictures in a batch.</param>
    /// <param name="transforms">What happens to each picture, first to last; none by default, so that values are 0 to 1.</param>
    /// <param name="seed">Decides the order and every random transform.</param>
    /// <param name="shuffle">A new order in each epoch; false keeps the order of the set.</param>
    /// <param name="dropLast">Leaves out a last batch that is not full.</param>
    /// <param name="workers">Threads that prepare batches; by default 2, or 1 on a single core.</param>
    /// <param name="prefetch">Batches that may wait ready; memory is bounded by these and the ones in work.</param>
    /// <param name="views">Several crops of each picture, for testing.</param>
    /// <param name="onError">Whether an unreadable picture stops the epoch or is left out.</param>
    public BatchLoader(
        ImageSet set, int batchSize, IReadOnlyList<Transform>? transforms = null, long seed = 0, bool shuffle = true, bool dropLast = false,
        int? workers = null, int prefetch = 3, ViewTransform? views = null, OnError onError = OnError.Throw)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(prefetch);
        (Set, BatchSize, DropLast, Prefetched) = (set, batchSize, dropLast, prefetch);
        (this.seed, this.shuffle) = (seed, shuffle);
        Workers = workers ?? Math.Min(2, Environment.ProcessorCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Workers, nameof(workers));
        assembler = new BatchAssembler(set, transforms ?? [], views, seed, onError);
    }

    /// <summary>The pictures.</summary>
    public ImageSet Set { get; }

    /// <summary>Pictures in a full batch.</summary>
    public int BatchSize { get; }

    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool DropLast { get; }

    /// <summary>Threads that prepare batches.</summary>
    public int Workers { get; }

    /// <summary>Batches that may wait ready.</summary>
    public int Prefetched { get; }

    /// <summary>Batches in an epoch.</summary>
    public int Count => DropLast ? Set.Count / BatchSize : (Set.Count + BatchSize - 1) / BatchSize;

    /// <summary>The sentences of the pictures that were left out so far, with <see cref="OnError.Skip"/>.</summary>
    public IReadOnlyCollection<string> Skipped => assembler.Skipped;

    /// <summary>The positions of the pictures in the order of an epoch.</summary>
    public int[] Order(int epoch) => shuffle
        ? new Draw(seed, epoch, -1).Permutation(Set.Count)
        : [.. Enumerable.Range(0, Set.Count)];

    /// <summary>
    /// The batches of an epoch. Tensors are made on the reader's thread and belong to its dispose scope; a batch that is not disposed by then
    /// lives on until its tensors are collected. Leaving the loop stops the workers.
    /// </summary>
    /// <param name="epoch">Decides the order and the draws.</param>
    /// <param name="cancellation">Ends the epoch.</param>
    /// <param name="skip">Batches to leave out at the beginning, for a run that goes on within an epoch.</param>
    /// <exception cref="DataException">A picture cannot be read or does not fit the others; the sentence names it.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IEnumerable<Batch> Epoch(int epoch, CancellationToken cancellation = default, int skip = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        var order = Order(epoch);
        var raws = Prefetch.Ordered(
            Math.Max(0, Count - skip), b => assembler.Assemble(order.AsSpan((skip + b) * BatchSize, Math.Min(BatchSize, order.Length - (skip + b) * BatchSize)), epoch),
            Workers, Prefetched, cancellation);
        foreach (var raw in raws)
        {
            if (raw.Count == 0)
                continue;
            var images = empty(new long[] { raw.Count * raw.Views, raw.Channels, raw.Height, raw.Width });
            using (var target = images.data<float>())
                target.CopyFrom(raw.Values);
            var batch = new Batch(images, tensor(raw.Labels), raw.Indices);
            raw.Recycle();
            yield return batch;
        }
    }
}
