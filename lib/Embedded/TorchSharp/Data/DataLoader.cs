using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>Batches of tensors by name, stacked along a new first dimension.</summary>
public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
{
    public DataLoader(Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public DataLoader(Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    private static Dictionary<string, Tensor> Collate(IEnumerable<Dictionary<string, Tensor>> elements, Device device)
    {
        using var scope = NewDisposeScope();
        var all = elements.ToArray();
        var batch = new Dictionary<string, Tensor>();
        foreach (var name in all[0].Keys)
        {
            batch[name] = stack(all.Select(element => element[name]).ToArray(), 0).MoveToOuterDisposeScope();
        }

        return batch;
    }
}
