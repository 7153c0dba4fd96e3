using System.Security.Cryptography;
using ConvNets.Data;

namespace Tests.Data;

public class EmbeddedPicturesTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_gives_others()
    {
        var a = EmbeddedPictures.Generate(40, seed: 7);
        var b = EmbeddedPictures.Generate(40, seed: 7);
        var c = EmbeddedPictures.Generate(40, seed: 8);
        for (var i = 0; i < 40; i++)
        {
            Assert.True(a.Pixels(i).SequenceEqual(b.Pixels(i)));
            Assert.False(a.Pixels(i).SequenceEqual(c.Pixels(i)));
        }
    }

    [Fact]
    public void A_picture_does_not_depend_on_how_many_are_made()
    {
        var few = EmbeddedPictures.Generate(13, seed: 3);
        var many = EmbeddedPictures.Generate(50, seed: 3);
        Assert.Equal(few.Labels, many.Labels.Take(13));
        Assert.True(few.Pixels(12).SequenceEqual(many.Pixels(12)));
    }

    [Theory]
    [InlineData(Domain.Photo, 32)]
    [InlineData(Domain.Drawing, 32)]
    [InlineData(Domain.Photo, 64)]
    public void Every_class_appears_equally_often_and_every_object_has_a_box(Domain domain, int size)
    {
        var set = EmbeddedPictures.Generate(100, seed: 1, size, domain);
        Assert.Equal((3, size, size), set.Shape);
        Assert.All(set.CountPerClass(), count => Assert.Equal(10, count));
        Assert.All(set.Boxes!, box =>
        {
            Assert.True(box.Width >= size / 10.0 && box.Height >= size / 10.0, box.ToString());
            Assert.True(box.X0 >= 0 && box.Y0 >= 0 && box.X1 <= size && box.Y1 <= size, box.ToString());
        });
    }

    [Fact]
    public void The_natural_and_the_made_half_cover_all_classes()
    {
        Assert.Equal(Enumerable.Range(0, EmbeddedPictures.Classes.Count), EmbeddedPictures.Natural.Concat(EmbeddedPictures.Made));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(225)]
    public void A_size_out_of_range_is_refused_with_the_range(int size)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => EmbeddedPictures.Generate(1, 1, size));
        Assert.Contains("32 to 224", error.Message);
    }

    [Fact]
    public void Train_and_test_pictures_differ()
    {
        var split = Datasets.Embedded(train: 20, test: 20, seed: 5);
        var train = (MemoryImages)split.Train;
        var test = (MemoryImages)split.Test;
        for (var i = 0; i < 20; i++)
            Assert.False(train.Pixels(i).SequenceEqual(test.Pixels(i)));
    }

    [Theory]
    [InlineData(Domain.Photo, 32, "362a3d2a19b6548b")]
    [InlineData(Domain.Drawing, 32, "f4b2f391f7c5fa84")]
    [InlineData(Domain.Photo, 96, "a74b2fe302476cb7")]
    public void The_bytes_are_those_of_every_other_machine(Domain domain, int size, string fingerprint) =>
        Assert.Equal(fingerprint, Fingerprint(EmbeddedPictures.Generate(200, seed: 1, size, domain)));

    private static string Fingerprint(MemoryImages set)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < set.Count; i++)
            hash.AppendData(set.Pixels(i));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
