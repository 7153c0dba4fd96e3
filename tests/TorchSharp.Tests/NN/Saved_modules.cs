using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tests.NN;

public class Saved_modules
{
    private static byte[] Bytes(Module module, IList<string>? skip = null)
    {
        using var stream = new MemoryStream();
        module.save(new BinaryWriter(stream), skip);
        return stream.ToArray();
    }

    private static void Load(Module module, byte[] bytes, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loaded = null)
        => module.load(new BinaryReader(new MemoryStream(bytes)), strict, skip, loaded);

    [Fact]
    public void The_bytes_are_those_observed_in_TorchSharp()
    {
        using var net = Sequential(("l", Linear(2, 1)));
        using (no_grad())
        {
            net.get_parameter("l.weight")!.copy_(tensor([1f, 2f]).view(1, 2));
            net.get_parameter("l.bias")!.fill_(3f);
        }

        using var expected = new MemoryStream();
        using var writer = new BinaryWriter(expected);
        writer.Write((byte)2);
        writer.Write("l.weight");
        writer.Write([6, 2, 1, 2]);
        writer.Write(1f);
        writer.Write(2f);
        writer.Write("l.bias");
        writer.Write([6, 1, 1]);
        writer.Write(3f);
        Assert.Equal(expected.ToArray(), Bytes(net));
    }

    [Fact]
    public void A_saved_net_comes_back_with_its_buffers()
    {
        using var net = Sequential(Conv2d(1, 300, 3), BatchNorm2d(300), Flatten(), Linear(300, 2));
        net.call(ones(2, 1, 3, 3)).Dispose();
        using var other = Sequential(Conv2d(1, 300, 3), BatchNorm2d(300), Flatten(), Linear(300, 2));
        Load(other, Bytes(net));
        foreach (var (name, tensor) in net.state_dict())
        {
            Assert.True(tensor.allclose(other.state_dict()[name]), name);
        }

        Assert.Equal(1L, other.get_buffer("1.num_batches_tracked")!.item<long>());
    }

    [Fact]
    public void A_file_on_disk_comes_back()
    {
        var path = Path.Combine(Path.GetTempPath(), $"net-{Guid.NewGuid():N}.dat");
        try
        {
            using var net = Linear(3, 2);
            net.save(path);
            using var other = Linear(3, 2);
            other.load(path);
            Assert.True(net.weight.allclose(other.weight));
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Throws<FileNotFoundException>(() => Linear(1, 1).load(path));
    }

    [Fact]
    public void Another_net_refuses_the_file()
    {
        var bytes = Bytes(Linear(2, 1));
        Assert.Contains("expected 1, but found 2 entries", Assert.Throws<ArgumentException>(() => Load(Linear(2, 1, hasBias: false), bytes)).Message);
        Assert.Contains("named 'weight'", Assert.Throws<ArgumentException>(() => Load(Sequential(Linear(2, 1)), bytes)).Message);
        Assert.Contains("Mismatched tensor shape", Assert.Throws<ArgumentException>(() => Load(Linear(3, 1), bytes)).Message);
        Assert.Contains("Mismatched tensor data types", Assert.Throws<ArgumentException>(() => Load(Linear(2, 1, dtype: float64), bytes)).Message);
        Assert.Throws<EndOfStreamException>(() => Load(Linear(2, 1), bytes[..^2]));
    }

    [Fact]
    public void Entries_can_be_skipped_and_unknown_ones_passed_over()
    {
        using var net = Linear(2, 1);
        using var target = Linear(2, 1);
        var weight = target.weight.data<float>().ToArray();
        Load(target, Bytes(net), skip: ["weight"]);
        Assert.Equal(weight, target.weight.data<float>().ToArray());
        Assert.Equal(net.bias!.item<float>(), target.bias!.item<float>());

        var loaded = new Dictionary<string, bool>();
        using var without = Linear(2, 1, hasBias: false);
        Load(without, Bytes(net), strict: false, loaded: loaded);
        Assert.Equal(new() { ["weight"] = true, ["bias"] = false }, loaded);
        Assert.True(without.weight.allclose(net.weight));
        Assert.Single(net.state_dict(), entry => Bytes(net, ["bias"]).Length < Bytes(net).Length && entry.Key == "weight");
    }

    [Fact]
    public void A_state_dictionary_is_copied_into_another_net()
    {
        using var net = Linear(2, 1);
        using var other = Linear(2, 1);
        other.load_state_dict(net.state_dict());
        Assert.True(net.weight.allclose(other.weight));
        Assert.Throws<InvalidOperationException>(() => Linear(2, 1, hasBias: false).load_state_dict(net.state_dict()));
        var (missing, unexpected) = Sequential(("weight", ReLU())).load_state_dict(net.state_dict(), strict: false);
        Assert.Empty(missing);
        Assert.Equal(["weight", "bias"], unexpected);
    }
}
