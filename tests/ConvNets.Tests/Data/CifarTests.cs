using ConvNets.Data;
using ConvNets.Data.Formats;

namespace Tests.Data;

public class CifarTests
{
    private static byte[] Records(int labelBytes, params byte[] labels)
    {
        var record = labelBytes + 3072;
        var bytes = new byte[record * labels.Length];
        for (var r = 0; r < labels.Length; r++)
        {
            bytes[r * record + labelBytes - 1] = labels[r];
            for (var p = 0; p < 3072; p++)
                bytes[r * record + labelBytes + p] = (byte)(p + r);
        }
        return bytes;
    }

    [Fact]
    public void Reads_any_whole_number_of_records_from_several_files_in_order()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data_batch_2.bin", Records(1, 3));
        folder.Write("data_batch_1.bin", Records(1, 9, 0));
        folder.Write("test_batch.bin", Records(1, 1));
        folder.Write("batches.meta.txt", "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n");
        var split = Datasets.Open(folder.Path);
        Assert.Equal([9, 0, 3], split.Train.Labels);
        Assert.Equal("truck", split.Classes[9]);
        Assert.Equal((3, 32, 32), split.Train.Shape);
        Assert.Equal(1 / 255f, split.Train.Load(1)[0, 0, 0]);
        Assert.Equal((1024 % 256 + 5) / 255f, split.Train.Load(0)[1, 0, 5], 1e-6f);
        Assert.Equal(1, split.Test.Count);
    }

    [Fact]
    public void Finds_the_folder_inside_the_one_where_the_archive_was_unpacked()
    {
        using var folder = new TemporaryFolder();
        folder.Write("cifar-10-batches-bin/data_batch_1.bin", Records(1, 2));
        folder.Write("cifar-10-batches-bin/test_batch.bin", Records(1, 2));
        Assert.Equal("cifar-10", Datasets.Open(folder.Path).Name);
    }

    [Fact]
    public void Reads_the_fine_or_the_coarse_label_of_cifar_100()
    {
        using var folder = new TemporaryFolder();
        var record = Records(2, 42);
        record[0] = 7;
        folder.Write("train.bin", record);
        folder.Write("test.bin", record);
        folder.Write("fine_label_names.txt", string.Join('\n', Enumerable.Range(0, 100).Select(i => $"fine{i}")));
        folder.Write("coarse_label_names.txt", string.Join('\n', Enumerable.Range(0, 20).Select(i => $"coarse{i}")));
        Assert.Equal("fine42", Datasets.Open(folder.Path).Classes[Datasets.Open(folder.Path).Train.Labels[0]]);
        Assert.Equal(7, Cifar.Open100(folder.Path, coarse: true).Train.Labels[0]);
    }

    [Fact]
    public void A_truncated_file_gets_a_sentence_with_its_name_and_size()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("data_batch_1.bin", Records(1, 1, 2)[..5000]);
        folder.Write("test_batch.bin", Records(1, 1));
        var message = Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message;
        Assert.StartsWith(path, message);
        Assert.Contains("5000 bytes are not a whole number of records of 3073 bytes (1 records and 1927 bytes)", message);
    }

    [Fact]
    public void A_label_out_of_range_gets_a_sentence_with_record_and_byte()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("data_batch_1.bin", Records(1, 1, 10));
        folder.Write("test_batch.bin", Records(1, 1));
        var message = Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message;
        Assert.Contains($"{path}: record 1 (byte 3073) has label 10, but there are 10 classes", message);
    }

    [Fact]
    public void Missing_files_and_folders_get_a_sentence()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("does not exist", Assert.Throws<DataException>(() => Datasets.Open(folder.File("nowhere"))).Message);
        Assert.Contains("holds no data set", Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message);
        folder.Write("data_batch_1.bin", Records(1, 1));
        Assert.Contains("test_batch.bin' does not exist", Assert.Throws<DataException>(() => Datasets.Open(folder.Path)).Message);
        Assert.Contains("is a file", Assert.Throws<DataException>(() => Datasets.Open(folder.File("data_batch_1.bin"))).Message);
    }
}
