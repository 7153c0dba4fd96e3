using ConvNets.Architectures;
using ConvNets.Weights;
using Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Weights;

public sealed class FileTests : FolderTests
{
    private string At(string name) => Path.Combine(Folder, name);

    private static string Stored(string name) => Path.Combine(AppContext.BaseDirectory, "Weights", name);

    [Fact]
    public void Safetensors_bring_every_tensor_back()
    {
        using var saved = LeNet.Small();
        using var loaded = LeNet.Small();
        StateDict.Save(saved, At("net.safetensors"));
        StateDict.Load(loaded, At("net.safetensors"));
        foreach (var (name, tensor) in saved.state_dict())
            Assert.Equal(tensor.data<float>().ToArray(), loaded.state_dict()[name].data<float>().ToArray());
    }

    [Theory] // written by PyTorch 1.13.0, golden.py: one tensor in channels-last order, one of half precision
    [InlineData("zip.pth")]
    [InlineData("legacy.pth")]
    public void PyTorchs_two_formats_are_read(string file)
    {
        using var net = Sequential(Conv2d(2, 3, 3), BatchNorm2d(3));
        StateDict.Load(net, Stored(file));
        Assert.Equal(FormulaWeights.Uniform("0.weight", 54), net.state_dict()["0.weight"].data<float>().ToArray());
        Assert.Equal(FormulaWeights.Uniform("0.bias", 3).Select(value => (float)(Half)value), net.state_dict()["0.bias"].data<float>().ToArray());
        Assert.Equal(FormulaWeights.Uniform("1.running_mean", 3), net.state_dict()["1.running_mean"].data<float>().ToArray());
    }

    [Fact]
    public void Npy_files_keep_values_and_shape()
    {
        using var array = rand(2, 3, 4);
        Npy.Write(At("a.npy"), array);
        using var read = Npy.Read(At("a.npy"));
        Assert.Equal([2, 3, 4], read.shape);
        Assert.Equal(array.data<float>().ToArray(), read.data<float>().ToArray());
    }

    private string Refusal(Module net, string file) => Assert.Throws<WeightsException>(() => StateDict.Load(net, file)).Message;

    [Fact]
    public void A_tensor_of_another_shape_is_named_with_both_shapes()
    {
        using var ten = LeNet.Small();
        using var seven = LeNet.Small(classes: 7);
        StateDict.Save(ten, At("ten.safetensors"));
        var message = Refusal(seven, At("ten.safetensors"));
        Assert.Contains("'classifier.fc5.weight'", message);
        Assert.Contains("[10, 84]", message);
        Assert.Contains("[7, 84]", message);
    }

    [Fact]
    public void A_missing_and_an_unexpected_tensor_are_named()
    {
        using var small = Sequential(("a", Linear(2, 2)));
        using var large = Sequential(("a", Linear(2, 2)), ("b", Linear(2, 3)));
        StateDict.Save(small, At("small.safetensors"));
        StateDict.Save(large, At("large.safetensors"));
        Assert.Contains("no tensor 'b.weight' of shape [3, 2]", Refusal(large, At("small.safetensors")));
        Assert.Contains("the tensor 'b.weight' of shape [3, 2], which the network does not have", Refusal(small, At("large.safetensors")));
    }

    [Theory]
    [InlineData("net.safetensors")]
    [InlineData("zip.pth")]
    [InlineData("legacy.pth")]
    public void A_file_cut_anywhere_gets_a_sentence_and_never_a_crash(string name)
    {
        using var net = Sequential(Conv2d(2, 3, 3), BatchNorm2d(3));
        if (name == "net.safetensors")
            StateDict.Save(net, At(name));
        var whole = File.ReadAllBytes(name == "net.safetensors" ? At(name) : Stored(name));
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 60))
        {
            var cut = At("cut" + Path.GetExtension(name));
            File.WriteAllBytes(cut, whole[..length]);
            Assert.NotEmpty(Refusal(net, cut));
        }
    }

    [Fact]
    public void A_pickle_that_asks_for_a_call_is_refused_by_name()
    {
        var bytes = new byte[] { 0x80, 2 }.Concat("cposix\nsystem\nX\u0004\0\0\0true"u8.ToArray()).Concat(new byte[] { 0x85, (byte)'R', (byte)'.' }).ToArray();
        using (var archive = System.IO.Compression.ZipFile.Open(At("evil.pth"), System.IO.Compression.ZipArchiveMode.Create))
        using (var stream = archive.CreateEntry("archive/data.pkl").Open())
            stream.Write(bytes);
        using var net = Linear(1, 1);
        var message = Refusal(net, At("evil.pth"));
        Assert.Contains("posix.system", message);
        Assert.Contains("executes nothing", message);
    }

    [Fact]
    public void A_file_of_something_else_is_told_apart()
    {
        File.WriteAllText(At("text.pth"), new string('a', 200));
        using var net = Linear(1, 1);
        Assert.Contains("no PyTorch file", Refusal(net, At("text.pth")));
        Assert.Contains("no file", Refusal(net, At("absent.pth")));
        File.WriteAllText(At("text.npy"), "hello, this is text");
        Assert.Contains("no .npy file", Assert.Throws<WeightsException>(() => Npy.Read(At("text.npy"))).Message);
    }
}
