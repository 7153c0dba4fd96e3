using ConvNets.Architectures;
using ConvNets.Weights;
using static TorchSharp.torch;

namespace Tests;

public sealed class ForwardTests : FolderTests
{
    public ForwardTests()
    {
        Npy.Write(File("x.npy"), ones(2, 3, 32, 32));
        using var net = Registry.Create("lenet-small");
        StateDict.Save(net, File("w.safetensors"));
        net.eval();
        Expected = net.call(ones(2, 3, 32, 32)).detach().data<float>().ToArray();
    }

    private float[] Expected { get; }

    private string File(string name) => Path.Combine(Folder, name);

    private Answer Forward(string weights = "w.safetensors", string input = "x.npy", params string[] more) =>
        Answer.To(["forward", "lenet-small", "--weights", File(weights), "--input", File(input), "--output", File("y.npy"), .. more]);

    [Fact]
    public void The_logits_are_the_nets()
    {
        var answer = Forward();
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.Code);
        var logits = Npy.Read(File("y.npy"));
        Assert.Equal([2, 10], logits.shape);
        Assert.Equal(Expected, logits.data<float>().ToArray());
    }

    [Fact]
    public void A_missing_file_is_wrong_usage() => Forward(weights: "none.pth").IsOneSentence(2, "none.pth", "--weights");

    [Fact]
    public void Pictures_that_the_net_cannot_take_get_the_layer_and_the_least_size()
    {
        Npy.Write(File("small.npy"), ones(1, 3, 9, 9));
        Forward(input: "small.npy").IsOneSentence(1, "3x9x9", "'features.", "The least size that works is 16x16");
    }

    [Fact]
    public void A_missing_option_is_wrong_usage() => Answer.To("forward", "lenet-small", "--weights", File("w.safetensors")).IsOneSentence(2, "--input");

    [Fact]
    public void Weights_of_another_shape_are_a_failure_that_names_the_tensor() => Forward(more: ["--classes", "7"]).IsOneSentence(1, "shape");

    [Fact]
    public void Pictures_of_another_rank_are_a_failure()
    {
        Npy.Write(File("flat.npy"), ones(3072));
        Forward(input: "flat.npy").IsOneSentence(1, "[3072]", "[N, 3, 32, 32]");
    }

    [Fact]
    public void A_truncated_input_is_a_failure()
    {
        System.IO.File.WriteAllBytes(File("cut.npy"), System.IO.File.ReadAllBytes(File("x.npy"))[..200]);
        Forward(input: "cut.npy").IsOneSentence(1, "cut.npy");
    }

    [Fact]
    public void Grey_pictures_for_a_colour_net_are_a_failure_in_one_sentence()
    {
        Npy.Write(File("grey.npy"), ones(1, 1, 32, 32));
        Forward(input: "grey.npy").IsOneSentence(1);
    }
}
