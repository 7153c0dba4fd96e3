using System.Buffers.Binary;
using System.IO.Compression;
using ConvNets.Data;

namespace Tests.Data;

public class IdxTests
{
    private static byte[] Array(byte[] data, params int[] sizes)
    {
        var bytes = new byte[4 + 4 * sizes.Length + data.Length];
        (bytes[2], bytes[3]) = (8, (byte)sizes.Length);
        for (var i = 0; i < sizes.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + 4 * i), sizes[i]);
        data.CopyTo(bytes, 4 + 4 * sizes.Length);
        return bytes;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static readonly byte[] Images = Array([.. Enumerable.Range(0, 24).Select(i => (byte)(10 * i))], 2, 3, 4);
    private static readonly byte[] Labels = Array([7, 2], 2);

    private static TemporaryFolder Complete(string under, bool zipped)
    {
        var folder = new TemporaryFolder();
        foreach (var part in new[] { "train", "t10k" })
        {
            folder.Write($"{under}{part}-images-idx3-ubyte{(zipped ? ".gz" : "")}", zipped ? Gzip(Images) : Images);
            folder.Write($"{under}{part}-labels-idx1-ubyte{(zipped ? ".gz" : "")}", zipped ? Gzip(Labels) : Labels);
        }
        return folder;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_mnist_plain_and_gzipped(bool zipped)
    {
        using var folder = Complete("", zipped);
        var split = Datasets.Open(folder.Path);
        Assert.Equal("mnist", split.Name);
        Assert.Equal((1, 3, 4), split.Train.Shape);
        Assert.Equal([7, 2], split.Test.Labels);
        Assert.Equal(120 / 255f, split.Train.Load(1)[0, 0, 0]);
    }

    [Fact]
    public void The_word_fashion_in_the_path_gives_the_names_of_clothes()
    {
        using var folder = Complete("fashion-mnist/", zipped: true);
        var split = Datasets.Open(folder.Path);
        Assert.Equal("sneaker", split.Classes[split.Train.Labels[0]]);
    }

    [Fact]
    public void Damaged_files_get_a_sentence()
    {
        Assert.Contains("begins with 00000D03; expected 00000803", Fails(i => i[2] = 13));
        Assert.Contains("has 40 bytes, but its header (3 x 3 x 4) asks for 52", Fails(i => i[7] = 3));
        Assert.Contains("dimension 0 is 2147483648", Fails(i => (i[4], i[7]) = (0x80, 0)));
        Assert.Contains("has 40 bytes, but its header", Fails(i => i[7] = 1));
        Assert.Contains("label 1 is 10, but there are 10 classes", Fails(_ => { }, l => l[9] = 10));
        Assert.Contains("they do not belong together", Fails(i => (i[7], i[15]) = (1, 8)));

        static string Fails(Action<byte[]> spoil, Action<byte[]>? spoilLabels = null)
        {
            using var folder = Complete("", zipped: false);
            byte[] images = [.. Images], labels = [.. Labels];
            spoil(images);
            spoilLabels?.Invoke(labels);
            folder.Write("train-images-idx3-ubyte", images);
            folder.Write("train-labels-idx1-ubyte", labels);
            return Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message;
        }
    }

    [Fact]
    public void A_gzip_file_cut_short_or_too_long_gets_a_sentence()
    {
        using var folder = Complete("", zipped: true);
        folder.Write("train-images-idx3-ubyte.gz", Gzip(Images[..^5]));
        Assert.Contains("ends after 19 of 24 bytes", Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message);
        folder.Write("train-images-idx3-ubyte.gz", Gzip([.. Images, 0]));
        Assert.Contains("goes on after the 24 bytes", Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message);
    }

    [Fact]
    public void A_header_that_asks_for_gigabytes_takes_no_memory()
    {
        using var folder = Complete("", zipped: true);
        folder.Write("train-images-idx3-ubyte.gz", Gzip(Array([1, 2, 3], 30_000, 250, 250)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<DataException>(() => Datasets.Open(folder.Path));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8 << 20);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = Complete("", zipped: false);
        File.Delete(folder.File("t10k-labels-idx1-ubyte"));
        Assert.Contains("has no t10k-labels-idx1-ubyte (or .gz)", Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message);
    }
}
