using ConvNets.Data;
using ConvNets.Data.Imaging;

namespace Tests.Data;

public class TinyImageNetTests
{
    private static TemporaryFolder Tiny(string boxes = "n01_0.JPEG\t3\t4\t62\t63\n")
    {
        var folder = new TemporaryFolder();
        var png = PngWriter.Encode(new Bitmap(64, 64, 1, new byte[4096]));
        folder.Write("wnids.txt", "n02\nn01\n");
        folder.Write("words.txt", "n00\tentity\nn01\tcrane, bird\nn02\tcrane, machine\n");
        // The extension does not decide what a file is.
        folder.Write("train/n01/images/n01_0.JPEG", png);
        folder.Write("train/n01/n01_boxes.txt", boxes);
        folder.Write("train/n02/images/n02_0.JPEG", png);
        folder.Write("train/n02/n02_boxes.txt", "n02_0.JPEG\t0\t0\t63\t63\n");
        folder.Write("val/images/val_0.JPEG", png);
        folder.Write("val/val_annotations.txt", "val_0.JPEG\tn01\t10\t20\t30\t40\n");
        return folder;
    }

    [Fact]
    public void Reads_classes_words_boxes_and_validation_labels()
    {
        using var folder = Tiny();
        var split = Datasets.Open(folder.Path);
        Assert.Equal(["crane (n02)", "crane (n01)"], split.Classes);
        Assert.Equal([0, 1], split.Train.Labels);
        Assert.Equal(new Box(3, 4, 63, 64), split.Train.Boxes![1]);
        Assert.Equal([1], split.Test.Labels);
        Assert.Equal(new Box(10, 20, 31, 41), split.Test.Boxes![0]);
        Assert.Equal((3, 64, 64), split.Test.Shape);
        Assert.Equal(split.Test.Boxes[0], split.Test.Load(0).Box);
    }

    [Fact]
    public void Damaged_lists_get_a_sentence_with_the_line()
    {
        using var short3 = Tiny("n01_0.JPEG\t3\t4\n");
        Assert.Contains("n01_boxes.txt, line 1: has 3 columns; expected 5", Assert.Throws<DataException>(() => Datasets.Open(short3.Path)).Message);
        using var wrong = Tiny("n01_0.JPEG\t3\t4\t65\t9\n");
        Assert.Contains("'65' is not a pixel of a 64x64 picture", Assert.Throws<DataException>(() => Datasets.Open(wrong.Path)).Message);
        using var outside = Tiny("../../../etc/passwd\t0\t0\t1\t1\n");
        Assert.Contains("is not the name of a file", Assert.Throws<DataException>(() => Datasets.Open(outside.Path)).Message);
    }

    [Fact]
    public void A_picture_of_another_size_gets_a_sentence()
    {
        using var folder = Tiny();
        folder.Write("val/images/val_0.JPEG", PngWriter.Encode(new Bitmap(32, 64, 1, new byte[2048])));
        var test = Datasets.Open(folder.Path).Test;
        Assert.Contains("is 64x32 pixels; every picture of tiny-imagenet val has 64x64", Assert.Throws<DataException>(() => test.Load(0)).Message);
    }
}
