using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace Tests.Data;

public class Loaders_of_tensors
{
    private sealed class Squares : Dataset
    {
        public bool IsDisposed { get; private set; }

        public override long Count => 7;

        public override Dictionary<string, Tensor> GetTensor(long index)
            => new() { ["x"] = tensor((float)index), ["y"] = tensor([(float)(index * index), 1f]) };

        protected override void Dispose(bool disposing) => IsDisposed = true;
    }

    private static long[][] Batches(IEnumerable<IList<Tensor>> loader) => [.. loader.Select(batch => batch[0].data<long>().ToArray())];

    [Fact]
    public void A_shuffle_seed_gives_the_order_observed_in_TorchSharp()
    {
        using var loader = DataLoader(TensorDataset(arange(5)), 2, shuffle: true, seed: 1);
        Assert.Equal([[1, 2], [4, 3], [0]], Batches(loader));
        Assert.Equal([[1, 2], [4, 3], [0]], Batches(loader));
        Assert.Equal(3, loader.Count);
    }

    [Fact]
    public void Without_a_seed_every_pass_is_a_permutation()
    {
        using var loader = DataLoader(TensorDataset(arange(50)), 50, shuffle: true);
        var first = Batches(loader).Single();
        var second = Batches(loader).Single();
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), first.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_last_batch_that_is_not_full_can_be_left_out()
    {
        using var loader = DataLoader(TensorDataset(arange(5)), 2, drop_last: true);
        Assert.Equal([[0, 1], [2, 3]], Batches(loader));
        Assert.Equal(2, loader.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Elements_by_name_are_stacked(int workers)
    {
        var squares = new Squares();
        using (var loader = DataLoader(squares, 3, num_worker: workers))
        {
            var shapes = new List<string>();
            var sum = 0f;
            foreach (var batch in loader)
            {
                shapes.Add(string.Join(",", batch["y"].shape));
                sum += batch["y"].select(1, 0).sum().item<float>();
            }

            Assert.Equal(["3,2", "3,2", "1,2"], shapes);
            Assert.Equal(91, sum);
        }

        Assert.True(squares.IsDisposed);
    }

    [Fact]
    public void A_batch_is_disposed_when_the_next_one_is_asked_for()
    {
        using var loader = DataLoader(TensorDataset(arange(4)), 2);
        var seen = new List<Tensor>();
        foreach (var batch in loader)
        {
            Assert.All(seen, tensor => Assert.True(tensor.IsInvalid));
            seen.Add(batch[0]);
            Assert.False(batch[0].IsInvalid);
        }

        Assert.All(seen, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void A_batch_can_be_kept()
    {
        using var loader = DataLoader(TensorDataset(arange(4)), 2, disposeBatch: false);
        var kept = loader.Select(batch => batch[0]).ToList();
        Assert.Equal([0L, 1, 2, 3], kept.SelectMany(tensor => tensor.data<long>().ToArray()));
    }

    [Fact]
    public void A_loop_that_is_left_early_disposes_its_batch()
    {
        using var loader = DataLoader(TensorDataset(arange(4)), 2);
        Tensor? left = null;
        foreach (var batch in loader)
        {
            left = batch[0];
            break;
        }

        Assert.True(left!.IsInvalid);
    }

    [Fact]
    public void An_order_of_ones_own_is_followed()
    {
        using var loader = DataLoader(TensorDataset(arange(4), arange(4) * 10), 2, shuffler: [3, 1, 2]);
        Assert.Equal([[3, 1], [2]], Batches(loader));
    }

    [Fact]
    public void Tensors_of_different_lengths_are_refused()
        => Assert.Throws<ArgumentException>(() => TensorDataset(arange(3), arange(4)));

    [Fact]
    public void A_shuffler_visits_every_number_once()
        => Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), new FisherYatesShuffler(100, 5).Order());
}
