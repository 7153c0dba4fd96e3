// What to say when a step does not fit into memory: the batch that would.

using System.Runtime.InteropServices;
using ConvNets.Data;
using static TorchSharp.torch;

namespace ConvNets.Training;

/// <summary>A training step does not fit into the memory of its device; the message names a batch that does.</summary>
public sealed class BatchTooLargeException : Exception
{
    private BatchTooLargeException(int batch, int fits, Exception inner)
        : base(fits > 0 ? $"A batch of {batch} pictures does not fit into memory, one of {fits} does: use --batch {fits}."
            : $"Not even one picture of the batch of {batch} fits into memory: use a smaller network or smaller pictures.", inner) => Fits = fits;

    /// <summary>The largest of the batches tried, each half as large as the one before, that fits; 0 where none does.</summary>
    public int Fits { get; }

    /// <summary>Whether an exception says that memory is used up.</summary>
    public static bool IsIt(Exception e) =>
        e is OutOfMemoryException || (e is ExternalException && e.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase))
        || (e is ExternalException && e.Message.Contains("not enough memory", StringComparison.OrdinalIgnoreCase));

    /// <summary>Halves a batch until a step passes, and says which did.</summary>
    internal static BatchTooLargeException After(Exception failure, Batch batch, Action<Batch> step)
    {
        var fits = batch.Count / 2;
        for (; fits > 0; fits /= 2)
        {
            try
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                using var scope = NewDisposeScope();
                step(new Batch(batch.Images.narrow(0, 0, fits), batch.Labels.narrow(0, 0, fits), batch.Indices[..fits]));
                break;
            }
            catch (Exception e) when (IsIt(e))
            {
                // The next one is half as large.
            }
        }

        return new BatchTooLargeException(batch.Count, fits, failure);
    }
}
