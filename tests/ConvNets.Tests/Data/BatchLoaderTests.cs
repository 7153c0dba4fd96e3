using ConvNets.Data;
using ConvNets.Data.Transforms;

namespace Tests.Data;

public class BatchLoaderTests
{
    private static readonly MemoryImages Set = EmbeddedPictures.Generate(70, seed: 1);

    private static List<(float[] Images, long[] Labels, long[] Shape)> Read(BatchLoader loader, int epoch)
    {
        var batches = new List<(float[], long[], long[])>();
        foreach (var batch in loader.Epoch(epoch))
        {
            using (batch)
                batches.Add((batch.Images.data<float>().ToArray(), batch.Labels.data<long>().ToArray(), batch.Images.shape));
        }
        return batches;
    }

    private static BatchLoader Loader(int workers, bool dropLast = false) => new(
        Set, 16, [new RandomCrop(32, 4), new RandomHorizontalFlip(), new ColorJitter(0.2, 0.2), new Normalize([0.5f, 0.5f, 0.5f], [0.2f, 0.2f, 0.2f])],
        seed: 3, dropLast: dropLast, workers: workers);

    [Fact]
    public void Any_number_of_workers_gives_the_same_batches_bit_for_bit()
    {
        var one = Read(Loader(1), epoch: 2);
        var many = Read(Loader(5), epoch: 2);
        Assert.Equal(one.Count, many.Count);
        for (var b = 0; b < one.Count; b++)
        {
            Assert.Equal(one[b].Images, many[b].Images);
            Assert.Equal(one[b].Labels, many[b].Labels);
        }
    }

    [Fact]
    public void Every_picture_comes_once_in_an_epoch_and_epochs_differ()
    {
        var loader = Loader(2);
        Assert.Equal(5, loader.Count);
        Assert.Equal(Enumerable.Range(0, 70), loader.Order(0).Order());
        Assert.NotEqual(loader.Order(0), loader.Order(1));
        var batches = Read(loader, 0);
        Assert.Equal([16, 3, 32, 32], batches[0].Shape);
        Assert.Equal([6, 3, 32, 32], batches[4].Shape);
        Assert.Equal(loader.Order(0).Select(i => (long)Set.Labels[i]), batches.SelectMany(batch => batch.Labels));
        Assert.Equal(4, Read(Loader(2, dropLast: true), 0).Count);
    }

    [Fact]
    public void Without_transforms_and_shuffling_the_values_are_the_pixels_over_255()
    {
        var (images, labels, _) = Read(new BatchLoader(Set, 3, shuffle: false), 0)[1];
        Assert.Equal(Set.Pixels(4)[100] / 255f, images[3072 + 100]);
        Assert.Equal(Set.Labels.Skip(3).Take(3).Select(label => (long)label), labels);
    }

    [Fact]
    public void Views_of_a_picture_follow_one_another()
    {
        var batches = Read(new BatchLoader(Set, 4, shuffle: false, views: new TenCrop(28)), 0);
        Assert.Equal([40, 3, 28, 28], batches[0].Shape);
        Assert.Equal(4, batches[0].Labels.Length);
    }

    [Fact]
    public void A_picture_that_fails_surfaces_with_its_name_or_is_skipped_and_counted()
    {
        var set = new Failing();
        var error = Assert.Throws<DataException>(() => Read(new BatchLoader(set, 4, shuffle: false), 0));
        Assert.Equal("picture5.jpg: is damaged.", error.Message);
        var skipping = new BatchLoader(set, 4, shuffle: false, onError: OnError.Skip);
        Assert.Equal([4, 3, 2], Read(skipping, 0).Select(batch => batch.Labels.Length));
        Assert.Equal(["picture5.jpg: is damaged."], skipping.Skipped);
    }

    [Fact]
    public void Pictures_of_different_sizes_get_a_sentence_with_what_to_do()
    {
        var error = Assert.Throws<DataException>(() => Read(new BatchLoader(new Failing(wideFirst: true), 3, [new Resize(4)], shuffle: false), 0));
        Assert.Contains("picture1.jpg: is 1x4x4 after the transforms, but the batch began with 1x4x8; end the transforms with a crop", error.Message);
    }

    [Fact]
    public void Leaving_the_loop_early_and_cancelling_stop_the_workers()
    {
        foreach (var batch in Loader(3).Epoch(0))
        {
            batch.Dispose();
            break;
        }
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var batch in Loader(3).Epoch(0, source.Token))
            {
                batch.Dispose();
                source.Cancel();
            }
        });
    }

    [Fact]
    public void No_more_than_the_agreed_number_of_items_is_made_ahead()
    {
        int made = 0, worst = 0, taken = 0;
        foreach (var item in Prefetch.Ordered(200, i => { Interlocked.Increment(ref made); return (object)i; }, workers: 4, ahead: 5))
        {
            worst = Math.Max(worst, Volatile.Read(ref made) - taken);
            Assert.Equal(taken++, item);
        }
        Assert.InRange(worst, 1, 6);
        Assert.Equal(200, made);
    }

    /// <summary>Ten grey pictures, of which number 5 cannot be read; the first may be twice as wide as the others.</summary>
    private sealed class Failing(bool wideFirst = false) : ImageSet("failing", new int[10], ["a"])
    {
        public override (int Channels, int Height, int Width)? Shape => null;

        public override string Describe(int index) => $"picture{index}.jpg";

        public override Picture Load(int index)
        {
            if (index == 5)
                throw new DataException("picture5.jpg: is damaged.");
            var picture = Picture.Create(1, 4, wideFirst && index == 0 ? 8 : 4);
            picture.Values.Clear();
            return picture;
        }
    }
}
