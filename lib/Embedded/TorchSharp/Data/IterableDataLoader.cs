using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>Batches of lists of tensors, stacked along a new first dimension.</summary>
public class IterableDataLoader : DataLoader<IList<Tensor>, IList<Tensor>>
{
    public IterableDataLoader(IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public IterableDataLoader(IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    private static IList<Tensor> Collate(IEnumerable<IList<Tensor>> elements, Device device)
    {
        using var scope = NewDisposeScope();
        var all = elements.ToArray();
        var batch = new List<Tensor>();
        for (var place = 0; place < all[0].Count; place++)
        {
            batch.Add(stack(all.Select(element => element[place]).ToArray(), 0).MoveToOuterDisposeScope());
        }

        return batch;
    }
}
