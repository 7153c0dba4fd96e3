using System.Diagnostics;
using System.IO.Compression;
using System.Net.Sockets;
using ConvNets.Data;
using ConvNets.Data.Formats;
using ConvNets.Data.Imaging;

namespace Tests.Data;

/// <summary>What lies in a data folder and is no sound file: each ends in a sentence with its name, or is left out and counted.</summary>
public class BadFileTests
{
    private static readonly byte[] Sound = PngWriter.Encode(new Bitmap(6, 6, 3, new byte[108]));

    private static string Message(Action act) => Assert.Throws<DataException>(act).Message;

    /// <summary>Runs Unix tools for what .NET cannot make; where they fail, the test is skipped.</summary>
    private static void Shell(string folder, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file.");
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = folder })!;
        shell.WaitForExit();
        Assert.SkipUnless(shell.ExitCode == 0, $"The file system or the tools here refuse: {script}");
    }

    private static void IsNamedOrSkipped(TemporaryFolder folder, string file, string why)
    {
        folder.Write("cat/sound.png", Sound);
        var set = ImageFolder.Open("pets", folder.Path);
        var message = Message(() => set.ToMemory());
        Assert.StartsWith(folder.File(file) + ": ", message);
        Assert.Contains(why, message);
        var loaded = set.ToMemory(onError: OnError.Skip);
        Assert.Equal(1, loaded.Images.Count);
        Assert.Equal([message], loaded.Skipped);
    }

    [Fact]
    public void A_named_pipe_does_not_block()
    {
        using var folder = new TemporaryFolder();
        Shell(folder.Path, "mkdir cat && mkfifo cat/pipe.jpg");
        IsNamedOrSkipped(folder, "cat/pipe.jpg", "a pipe or a device");
    }

    [Fact]
    public void A_link_to_a_named_pipe_or_to_a_device_without_end_does_not_block()
    {
        using var folder = new TemporaryFolder();
        Shell(folder.Path, "mkdir cat && mkfifo pipe && ln -s ../pipe cat/a.jpg");
        IsNamedOrSkipped(folder, "cat/a.jpg", "a pipe or a device");
        File.Delete(folder.File("cat/a.jpg"));
        File.CreateSymbolicLink(folder.File("cat/zero.jpg"), "/dev/zero");
        IsNamedOrSkipped(folder, "cat/zero.jpg", "a pipe or a device");
    }

    [Fact]
    public void A_socket_is_no_picture()
    {
        using var folder = new TemporaryFolder();
        Assert.SkipWhen(OperatingSystem.IsWindows() || !Socket.OSSupportsUnixDomainSockets, "A socket is no file here.");
        Directory.CreateDirectory(folder.File("cat"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder.File("cat/s.png")));
        IsNamedOrSkipped(folder, "cat/s.png", "a pipe or a device");
    }

    [Fact]
    public void Links_that_lead_in_a_circle_or_nowhere_get_a_sentence()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("cat"));
        File.CreateSymbolicLink(folder.File("cat/one.jpg"), folder.File("two.jpg"));
        File.CreateSymbolicLink(folder.File("two.jpg"), folder.File("cat/one.jpg"));
        IsNamedOrSkipped(folder, "cat/one.jpg", "cannot be read");
        File.Delete(folder.File("two.jpg"));
        IsNamedOrSkipped(folder, "cat/one.jpg", "cannot be read");
    }

    [Fact]
    public void A_file_that_another_program_holds_gets_a_sentence()
    {
        using var folder = new TemporaryFolder();
        using var held = new FileStream(folder.Write("cat/held.png", Sound), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        IsNamedOrSkipped(folder, "cat/held.png", "cannot be read");
    }

    [Fact]
    public void A_file_that_may_not_be_read_gets_a_sentence()
    {
        using var folder = new TemporaryFolder();
        folder.Write("cat/secret.png", Sound);
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The administrator may read everything.");
        Shell(folder.Path, "chmod 0 cat/secret.png");
        IsNamedOrSkipped(folder, "cat/secret.png", "cannot be read");
    }

    [Fact]
    public void Names_that_are_not_utf8_get_a_sentence_as_file_and_as_folder()
    {
        using var folder = new TemporaryFolder();
        Shell(folder.Path, "mkdir cat && printf x > \"cat/caf$(printf '\\351').jpg\" && test -e cat/caf*");
        var name = Path.GetFileName(Directory.GetFiles(folder.File("cat")).Single());
        Assert.SkipUnless(name.Contains('\uFFFD'), "The file system keeps names in UTF-8 alone.");
        IsNamedOrSkipped(folder, "cat/" + name, "is not valid UTF-8; rename it");
        Shell(folder.Path, "mv cat/caf* \"cat/sub\" && mkdir \"do$(printf '\\351')g\"");
        try
        {
            Assert.Contains("is not valid UTF-8; rename it", Message(() => Datasets.Open(folder.Path)));
        }
        finally
        {
            // .NET cannot name it.
            Shell(folder.Path, "rmdir do*");
        }
    }

    [Fact]
    public void A_folder_named_like_a_picture_is_no_picture()
    {
        using var folder = new TemporaryFolder();
        folder.Write("cat/sound.png", Sound);
        Directory.CreateDirectory(folder.File("cat/folder.jpg"));
        Assert.Equal(1, ImageFolder.Open("pets", folder.Path).Count);
        Assert.Contains("is a folder; expected a file", Message(() => ImageDecoder.Load(folder.File("cat/folder.jpg"))));
    }

    [Fact]
    public void A_file_of_more_bytes_than_a_picture_has_is_not_read()
    {
        using var folder = new TemporaryFolder();
        using (var file = new FileStream(folder.File("big.png"), FileMode.CreateNew))
            file.SetLength(ImageDecoder.MaxFileBytes + 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("has 268,435,457 bytes; files of up to 268,435,456 bytes", Message(() => ImageDecoder.Load(folder.File("big.png"))));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Theory]
    [InlineData("data_batch_1.bin", "are not a whole number of records")]
    [InlineData("train-images-idx3-ubyte", "a pipe or a device")]
    [InlineData("wnids.txt", "a pipe or a device")]
    public void A_pipe_in_the_place_of_a_data_sets_file_does_not_block(string name, string why)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("train"));
        foreach (var other in new[] { "test_batch.bin", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte" })
            folder.Write(other, "x");
        Shell(folder.Path, "mkfifo " + name);
        Assert.Contains(why, Message(() => Datasets.Open(folder.Path)));
    }

    [Fact]
    public void Linked_files_of_a_data_set_are_read_as_their_targets()
    {
        using var folder = new TemporaryFolder();
        folder.Write("store/a", new byte[2 * 3073]);
        folder.Write("store/b", new byte[3073]);
        Directory.CreateDirectory(folder.File("cifar"));
        File.CreateSymbolicLink(folder.File("cifar/data_batch_1.bin"), folder.File("store/a"));
        File.CreateSymbolicLink(folder.File("cifar/test_batch.bin"), "../store/b");
        var split = Datasets.Open(folder.File("cifar"));
        Assert.Equal((2, 1), (split.Train.Count, split.Test.Count));
    }

    [Fact]
    public void A_png_that_unpacks_to_gigabytes_is_refused_without_taking_memory()
    {
        // 50,000 x 50,000 grey pixels in a few bytes.
        var bomb = PngWriter.Encode(new Bitmap(4, 4, 1, new byte[16]));
        (bomb[18], bomb[19], bomb[22], bomb[23]) = (0xC3, 0x50, 0xC3, 0x50);
        DecoderFuzz.RepairCheckSums(bomb);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("50000x50000 = 2,500,000,000 pixels; at most 50,000,000", Message(() => ImageDecoder.Decode(bomb)));
        Assert.Contains("do not fit into its data", Message(() => ImageDecoder.Decode(bomb, maxPixels: long.MaxValue)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void A_gzip_bomb_in_the_place_of_mnist_is_refused_without_taking_memory()
    {
        using var folder = new TemporaryFolder();
        using (var gzip = new GZipStream(File.Create(folder.File("train-images-idx3-ubyte.gz")), CompressionLevel.Fastest))
        {
            // 32,767 pictures of 255 x 255 pixels, and the first megabytes of them.
            gzip.Write([0, 0, 8, 3, 0, 0, 0x7F, 0xFF, 0, 0, 0, 0xFF, 0, 0, 0, 0xFF]);
            for (var i = 0; i < 4; i++)
                gzip.Write(new byte[1 << 20]);
        }
        folder.Write("train-labels-idx1-ubyte", "x");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("makes no array of 1 to 1,073,741,824 bytes", Message(() => Datasets.Open(folder.Path)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 << 20);
    }
}
