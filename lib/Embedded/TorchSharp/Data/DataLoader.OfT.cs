using System.Collections;
using TorchSharp.Utils;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>Batches of a data set's elements, one at each step of an enumeration.</summary>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    public DataLoader(
        Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        if (batchSize <= 0)
        {
            throw new ArgumentException($"A DataLoader needs a positive batchSize, but got {batchSize}.", nameof(batchSize));
        }

        this.dataset = Given(dataset);
        batch_size = batchSize;
        this.drop_last = drop_last;
        Device = device ?? CPU;
        sampler = Given(shuffler);
        num_workers = Math.Max(num_worker, 1);
        this.collate_fn = Given(collate_fn);
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    public DataLoader(
        Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, shuffle ? new FisherYatesShuffler(Given(dataset).Count, seed) : InOrder(Given(dataset).Count), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public Dataset<T> dataset { get; }

    public int batch_size { get; }

    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool drop_last { get; }

    /// <summary>The order of the elements, enumerated anew for each pass.</summary>
    public IEnumerable<long> sampler { get; }

    /// <summary>How many threads read the elements of a batch.</summary>
    public int num_workers { get; }

    /// <summary>Makes a batch of elements.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    public Device Device { get; }

    /// <summary>Whether a batch is disposed when the next one is asked for.</summary>
    public bool DisposeBatch { get; }

    /// <summary>Whether the data set is disposed with the loader.</summary>
    public bool DisposeDataset { get; }

    /// <summary>How many batches there are.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    public IEnumerator<S> GetEnumerator()
    {
        IReadOnlyList<IDisposable> current = [];
        try
        {
            foreach (var indices in sampler.Chunk(batch_size))
            {
                Release(current);
                current = [];
                if (drop_last && indices.Length < batch_size)
                {
                    yield break;
                }

                S batch;
                (batch, current) = Make(indices);
                yield return batch;
            }
        }
        finally
        {
            Release(current);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
        {
            dataset.Dispose();
        }
    }

    private (S Batch, IReadOnlyList<IDisposable> Owned) Make(long[] indices)
    {
        var elements = new T[indices.Length];
        var read = new IReadOnlyList<IDisposable>[indices.Length];
        if (num_workers == 1)
        {
            for (var i = 0; i < indices.Length; i++)
            {
                Read(i);
            }
        }
        else
        {
            Parallel.For(0, indices.Length, new ParallelOptions { MaxDegreeOfParallelism = num_workers }, Read);
        }

        using var scope = NewDisposeScope();
        var batch = collate_fn(elements, Device);
        var owned = Keep(scope);
        foreach (var disposables in read)
        {
            Release(disposables);
        }

        return (batch, DisposeBatch ? owned : []);

        void Read(int i)
        {
            using var own = NewDisposeScope();
            elements[i] = dataset.GetTensor(indices[i]);
            read[i] = Keep(own);
        }
    }

    // What a scope owns, freed from it.
    private static IReadOnlyList<IDisposable> Keep(DisposeScope scope)
    {
        var owned = scope.DisposablesView;
        scope.Detach(owned);
        return owned;
    }

    private static void Release(IReadOnlyList<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
        {
            disposable.Dispose();
        }
    }

    private static IEnumerable<long> InOrder(long count)
    {
        for (long i = 0; i < count; i++)
        {
            yield return i;
        }
    }
}
