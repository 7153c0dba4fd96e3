using ConvNets.Data;
using ConvNets.Data.Transforms;
using static TorchSharp.torch;

namespace Tests.Data;

public class PictureDatasetTests
{
    [Fact]
    public void The_data_loader_of_torch_utils_data_batches_pictures_and_labels()
    {
        var set = EmbeddedPictures.Generate(10, seed: 1);
        using var pictures = new PictureDataset(set, [new CenterCrop(28)]);
        var batches = 0;
        foreach (var batch in utils.data.DataLoader(pictures, 4, shuffle: false))
        {
            var n = batches++ < 2 ? 4 : 2;
            Assert.Equal([n, 3, 28, 28], batch["data"].shape);
            Assert.Equal(set.Labels.Skip(4 * (batches - 1)).Take(n).Select(label => (long)label), batch["label"].data<long>().ToArray());
        }
        Assert.Equal(3, batches);
    }

    [Fact]
    public void Random_transforms_draw_anew_in_each_epoch_and_repeat_within_it()
    {
        using var pictures = new PictureDataset(EmbeddedPictures.Generate(1, seed: 1), [new RandomCrop(32, 4)], seed: 5);
        var first = Values();
        Assert.Equal(first, Values());
        pictures.Epoch = 1;
        Assert.NotEqual(first, Values());

        float[] Values()
        {
            using var data = pictures.GetTensor(0)["data"];
            return data.data<float>().ToArray();
        }
    }
}
