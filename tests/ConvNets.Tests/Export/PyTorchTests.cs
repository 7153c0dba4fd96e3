// The exported modules and the training script in a real PyTorch, where this machine has one; their text, everywhere.
using ConvNets.Architectures;
using ConvNets.Export;
using ConvNets.Export.PyTorch;
using ConvNets.Weights;
using Tests;
using Tests.Engine;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Export;

public sealed class PyTorchTests : FolderTests
{
    private string At(string name) => Path.Combine(Folder, name);

    private static IEnumerable<(string Name, Module<Tensor, Tensor> Net, long[] Input)> Networks()
    {
        (string, long)[] ids =
        [
            ("nin-cifar", 19), ("maxout-mnist-conv", 28), ("googlenet", 67), ("googlenet-tv", 64), ("inception-resnet-v1", 75), ("resnet-cifar-20", 16),
            ("resnet-18", 33), ("preact-110", 12), ("wr-inception", 12), ("stochastic-depth-110", 12), ("highway", 12), ("densenet-cifar-40-12", 12),
        ];
        foreach (var (id, size) in ids)
            yield return (id.Replace('-', '_'), Registry.Create(id, classes: 5), [Registry.Find(id).Input[0], size, size]);
        yield return ("lstm", ResidualLstmNet.Build(layers: 2, classes: 5, inputs: 6, cells: 8, outputs: 4), [3, 6]);
        yield return ("untied", MaxoutNet.MnistConv(untied: true), [1, 28, 28]);
        yield return ("plain", Sequential(Conv2d(3, 4, 3, stride: 2), ReLU(), Flatten(), Linear(4 * 9, 2)), [3, 7, 7]);
    }

    [Fact]
    public void A_real_PyTorch_gives_the_same_logits_and_takes_the_weights_back()
    {
        RealPyTorch.SkipWithout();
        manual_seed(11);
        using var _ = no_grad();
        var script = new List<string> { "import numpy, torch" };
        var expected = new Dictionary<string, (Tensor Logits, long[] Shape)>();
        foreach (var (name, net, input) in Networks())
            using (net)
            {
                RandomNorms.Fill(net);
                net.eval();
                File.WriteAllText(At($"{name}.py"), PyTorchModule.Text(net, input, name, name));
                StateDict.Save(net, At($"{name}.safetensors"));
                using var x = randn([2, .. input]);
                Npy.Write(At($"{name}.x.npy"), x);
                expected[name] = (net.call(x), input);
                script.Add($"import {name}");
                script.Add($"net = {name}.load('{name}.safetensors')");
                script.Add($"x = torch.from_numpy(numpy.load('{name}.x.npy'))");
                script.Add($"assert isinstance(net(x), tuple) == {(name == "googlenet_tv" ? "True" : "False")}");
                script.Add($"net = {name}.load('{name}.safetensors').eval()");
                script.Add($"numpy.save('{name}.y.npy', net(x).detach().numpy())");
                script.Add($"torch.save(net.state_dict(), '{name}.pth')");
            }
        File.WriteAllLines(At("compare.py"), script);
        PythonWithTorch.Run(Folder, "compare.py");
        foreach (var (name, net, _) in Networks())
            using (net)
            {
                var (logits, shape) = expected[name];
                using var theirs = Npy.Read(At($"{name}.y.npy"));
                Assert.Equal(logits.shape, theirs.shape);
                Assert.True((logits - theirs).abs().max().ToDouble() / logits.abs().max().ToDouble() < 1e-5, $"{name} of {string.Join('x', shape)} differs");
                StateDict.Load(net, At($"{name}.pth"));
                net.eval();
                Assert.True(net.call(Npy.Read(At($"{name}.x.npy"))).allclose(logits, 1e-5, 1e-5), $"{name} came back with other weights");
            }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_training_script_runs_in_two_processes_and_its_weights_come_back(bool torchrun)
    {
        RealPyTorch.SkipWithout();
        Assert.SkipWhen(torchrun && !PythonWithTorch.HasTorchrun, "The torchrun of this PyTorch is too old.");
        manual_seed(12);
        var architecture = Registry.Find("resnet-cifar-20");
        using var net = architecture.Create(classes: 4);
        File.WriteAllText(At("net.py"), PyTorchModule.Text(net, [3, 16, 16], architecture.Name, "net"));
        File.WriteAllText(At("train_net.py"), PyTorchTraining.Text(architecture, net, [3, 16, 16], 4, "net", "train_net"));
        StateDict.Save(net, At("begun.safetensors"));
        string[] run = ["train_net.py", "--data", "random", "--weights", "begun.safetensors", "--batch", "32", "--steps", "6", "--epochs", "1", "--workers", "0", "--out", "out"];
        var output = torchrun ? PythonWithTorch.RunUnderTorchrun(Folder, 2, run) : PythonWithTorch.RunDistributed(Folder, 2, run);
        Assert.Contains("2 processes, 16 pictures each a step, 6 steps", output);
        Assert.Contains("epoch 1: train loss", output);
        var before = net.get_parameter("layer3.0.conv1.weight")!.data<float>().ToArray();
        StateDict.Load(net, At("out/weights.pth"));
        Assert.NotEqual(before, net.get_parameter("layer3.0.conv1.weight")!.data<float>().ToArray());
        Assert.Equal(6, net.state_dict()["bn1.num_batches_tracked"].ToInt64());
    }

    [Fact]
    public void The_text_reads_as_straight_line_code_over_named_submodules()
    {
        using var net = new CifarResNet(8, classes: 5);
        var text = PyTorchModule.Text(net, [3, 32, 32], "A small residual network.", "small");
        Assert.StartsWith("\"\"\"A small residual network.\n", text);
        Assert.Contains("        self.layer2 = nn.ModuleList([\n            Group(\n                conv1=nn.Conv2d(16, 32, 3, stride=2, padding=1, bias=False),\n", text);
        Assert.Contains("        y = self.layer2[0].conv1(x)  # 32 x 16 x 16\n        y = self.layer2[0].bn1(y)\n        y = F.relu(y)\n", text);
        Assert.Contains("        x = zero_pad_shortcut(x, 32, 1, 2)  # 32 x 16 x 16\n        x = y + x\n", text);
        Assert.DoesNotContain("@", text);
    }

    public static IEnumerable<TheoryDataRow<string>> Ids() => Registry.All.Select(architecture => new TheoryDataRow<string>(architecture.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_architecture_has_a_form_in_PyTorch(string id)
    {
        var architecture = Registry.Find(id);
        using var net = architecture.Blueprint();
        var text = PyTorchModule.Text(net, architecture.Input, architecture.Name, "net");
        Assert.Contains("    def forward(self, x):\n", text);
        if (architecture.Input.Length == 3)
            Assert.Contains(architecture.Recipe.Optimizer, PyTorchTraining.Text(architecture, net, architecture.Input, architecture.Classes, "net", "train"));
    }

    [Fact]
    public void Pictures_alone_get_a_training_script() => Assert.Contains("classify pictures", Assert.Throws<ExportException>(() =>
    {
        using var net = Registry.Find("residual-lstm").Blueprint();
        PyTorchTraining.Text(Registry.Find("residual-lstm"), net, [40, 512], 10, "net", "train");
    }).Message);
}
