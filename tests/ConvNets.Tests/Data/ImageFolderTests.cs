using ConvNets.Data;
using ConvNets.Data.Formats;
using ConvNets.Data.Imaging;
using ConvNets.Data.Transforms;

namespace Tests.Data;

public class ImageFolderTests
{
    private static byte[] Png(int width, int height, byte value)
    {
        var planes = new byte[3 * width * height];
        Array.Fill(planes, value);
        return PngWriter.Encode(new Bitmap(width, height, 3, planes));
    }

    private static TemporaryFolder Pets(int each = 5)
    {
        var folder = new TemporaryFolder();
        for (var i = 0; i < each; i++)
        {
            folder.Write($"cat/{i}.png", Png(8 + i, 6, (byte)i));
            folder.Write($"dog/{i}.png", Png(8, 6 + i, (byte)(100 + i)));
        }
        return folder;
    }

    [Fact]
    public void A_folder_for_each_class_gives_a_train_and_a_test_set_that_share_nothing()
    {
        using var folder = Pets();
        var split = Datasets.Open(folder.Path);
        Assert.Equal(["cat", "dog"], split.Classes);
        Assert.Equal((8, 2), (split.Train.Count, split.Test.Count));
        Assert.Equal([1, 1], split.Test.CountPerClass());
        Assert.Null(split.Train.Shape);
        var files = Enumerable.Range(0, 8).Select(split.Train.Describe).Concat(Enumerable.Range(0, 2).Select(split.Test.Describe));
        Assert.Equal(10, files.Distinct().Count());
    }

    [Fact]
    public void Train_and_val_folders_with_wordnet_numbers_get_the_names_of_imagenette()
    {
        using var folder = new TemporaryFolder();
        foreach (var part in new[] { "train", "val" })
        {
            folder.Write($"{part}/n03888257/a.png", Png(4, 4, 1));
            folder.Write($"{part}/n01440764/b.png", Png(4, 4, 2));
        }
        var split = Datasets.Open(folder.Path);
        Assert.Equal(["tench", "parachute"], split.Classes);
        Assert.Equal([0, 1], split.Test.Labels);
    }

    [Fact]
    public void Pictures_of_any_size_come_into_memory_through_a_crop()
    {
        using var folder = Pets();
        var set = Datasets.Open(folder.Path).Train;
        var memory = set.ToMemory([new Resize(6), new CenterCrop(6)]).Images;
        Assert.Equal((3, 6, 6), memory.Shape);
        Assert.Equal(set.Labels, memory.Labels);
        Assert.Contains("end the transforms with a crop", Assert.Throws<DataException>(() => set.ToMemory()).Message);
    }

    [Fact]
    public void A_damaged_picture_is_named_or_skipped_and_reported()
    {
        using var folder = Pets();
        var broken = folder.Write("cat/broken.png", Png(8, 8, 3)[..60]);
        folder.Write("dog/empty.jpg", "");
        var set = ImageFolder.Open("pets", folder.Path);
        var error = Assert.Throws<DataException>(() => set.ToMemory([new ResizeTo(4, 4)]));
        Assert.True(error.Message.StartsWith(broken, StringComparison.Ordinal) || error.Message.Contains("empty.jpg: is empty"), error.Message);
        var loaded = set.ToMemory([new ResizeTo(4, 4)], onError: OnError.Skip);
        Assert.Equal(10, loaded.Images.Count);
        Assert.Equal(2, loaded.Skipped.Count);
    }

    [Fact]
    public void An_empty_class_folder_is_an_error_unless_errors_are_skipped()
    {
        using var folder = Pets();
        Directory.CreateDirectory(folder.File("fox"));
        Assert.Contains($"class folder '{folder.File("fox")}' holds no JPEG or PNG", Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message);
        Assert.Equal(["cat", "dog", "fox"], Datasets.Open(folder.Path, OnError.Skip).Classes);
    }

    [Fact]
    public void A_class_that_only_the_test_folder_has_gets_a_sentence()
    {
        using var folder = new TemporaryFolder();
        folder.Write("train/a/1.png", Png(4, 4, 1));
        folder.Write("val/b/1.png", Png(4, 4, 1));
        Assert.Contains("that the training pictures do not have; expected one of a", Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message);
        Directory.Delete(folder.File("val"), recursive: true);
        Assert.Contains("has train, but no val or test", Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message);
    }

    [Fact]
    public void Links_in_a_circle_and_folders_named_like_pictures_do_no_harm()
    {
        using var folder = Pets();
        Directory.CreateSymbolicLink(folder.File("cat/again"), folder.Path);
        folder.Write("cat/folder.png/inner.png", Png(4, 4, 9));
        var set = ImageFolder.Open("pets", folder.Path);
        Assert.Equal([6, 5], set.CountPerClass());
    }

    [Fact]
    public void Pictures_without_class_folders_and_several_data_sets_get_a_sentence()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.png", Png(4, 4, 1));
        Assert.Contains("holds no data set that is known here", Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message);
        folder.Write("one/wnids.txt", "n1\n");
        folder.Write("two/data_batch_1.bin", "");
        Assert.Contains("holds several data sets (one, two)", Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message);
    }

    [Fact]
    public void A_file_whose_name_is_not_utf8_gets_a_sentence()
    {
        Assert.Contains("is not valid UTF-8; rename it", Assert.Throws<DataException>(() => ImageDecoder.Load("/nowhere/caf\uFFFD.jpg")).Message);
    }
}
