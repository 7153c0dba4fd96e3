// The registry of networks: one id, one builder, and its entry in catalogue.json.
using System.Text.Json;
using ConvNets.Blocks;
using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>All networks of the kit, by id.</summary>
public static class Registry
{
    private static readonly Dictionary<string, Func<long, long, Module<Tensor, Tensor>>> Builders = new()
    {
        ["lenet-small"] = (classes, channels) => LeNet.Small(classes, channels),

        ["alexnet-grouped"] = (classes, channels) => AlexNet.Of2012(classes, channels),
        ["alexnet-ungrouped"] = (classes, channels) => AlexNet.Of2012(classes, channels, groups: 1),
        ["alexnet-owt"] = (classes, channels) => AlexNet.OneWeirdTrick(classes, channels),
        ["yosinski"] = (classes, channels) => AlexNet.CaffeNet(classes, channels),

        ["zfnet"] = (classes, channels) => ZfNet.A(classes, channels),
        ["zfnet-b"] = (classes, channels) => ZfNet.B(classes, channels),
        ["clarifai"] = (classes, channels) => ZfNet.A(classes, channels),
        ["overfeat-fast"] = (classes, channels) => OverFeat.Fast(classes, channels),
        ["overfeat-accurate"] = (classes, channels) => OverFeat.Accurate(classes, channels),

        ["maxout-cifar10"] = (classes, channels) => MaxoutNet.Cifar10(classes, channels),
        ["maxout-mnist-conv"] = (classes, channels) => MaxoutNet.MnistConv(classes, channels),
        ["maxout-mnist-pi"] = (classes, pixels) => MaxoutNet.MnistPermutationInvariant(classes, pixels),
        ["maxout-svhn"] = (classes, channels) => MaxoutNet.Svhn(classes, channels),
        ["nin-cifar"] = (classes, channels) => NetworkInNetwork.Cifar(classes, channels),
        ["nin-imagenet"] = (classes, channels) => NetworkInNetwork.ImageNet(classes, channels),

        ["cnn-f"] = (classes, channels) => CnnFms.Fast(classes, channels),
        ["cnn-m"] = (classes, channels) => CnnFms.Medium(classes, channels),
        ["cnn-m-2048"] = (classes, channels) => CnnFms.Medium(classes, channels, full7: 2048),
        ["cnn-m-1024"] = (classes, channels) => CnnFms.Medium(classes, channels, full7: 1024),
        ["cnn-m-128"] = (classes, channels) => CnnFms.Medium(classes, channels, full7: 128),
        ["cnn-s"] = (classes, channels) => CnnFms.Slow(classes, channels),

        ["vgg-a"] = (classes, channels) => Vgg.A(classes, channels),
        ["vgg-a-lrn"] = (classes, channels) => Vgg.ALrn(classes, channels),
        ["vgg-b"] = (classes, channels) => Vgg.B(classes, channels),
        ["vgg-c"] = (classes, channels) => Vgg.C(classes, channels),
        ["vgg-d"] = (classes, channels) => Vgg.D(classes, channels),
        ["vgg-e"] = (classes, channels) => Vgg.E(classes, channels),
        ["vgg-a-bn"] = (classes, channels) => Vgg.A(classes, channels, batchNorm: true),
        ["vgg-b-bn"] = (classes, channels) => Vgg.B(classes, channels, batchNorm: true),
        ["vgg-c-bn"] = (classes, channels) => Vgg.C(classes, channels, batchNorm: true),
        ["vgg-d-bn"] = (classes, channels) => Vgg.D(classes, channels, batchNorm: true),
        ["vgg-e-bn"] = (classes, channels) => Vgg.E(classes, channels, batchNorm: true),

        ["googlenet"] = (classes, channels) => new GoogLeNet(false, classes, channels),
        ["googlenet-tv"] = (classes, channels) => new GoogLeNet(true, classes, channels),
        ["bn-inception"] = (classes, channels) => new BnInception(false, classes, channels),
        ["bn-inception-baseline"] = (classes, channels) => new BnInception(false, classes, channels),
        ["bn-inception-x5"] = (classes, channels) => new BnInception(false, classes, channels),
        ["bn-inception-x30"] = (classes, channels) => new BnInception(false, classes, channels),
        ["bn-inception-x5-sigmoid"] = (classes, channels) => new BnInception(true, classes, channels),
        ["inception-v2-rethinking"] = (classes, channels) => new InceptionV2(classes, channels),
        ["inception-v3"] = (classes, channels) => new InceptionV3(classes, channels),
        ["inception-v4"] = (classes, channels) => new InceptionV4(classes, channels),
        ["inception-resnet-v1"] = (classes, channels) => InceptionResNet.V1(classes, channels),
        ["inception-resnet-v2-paper"] = (classes, channels) => InceptionResNet.V2(classes, channels),
        ["inception-resnet-v2-released"] = (classes, channels) => new InceptionResNetV2Released(classes, channels),

        ["resnet-18"] = (classes, channels) => new ResNet([2, 2, 2, 2], bottleneck: false, classes: classes, inChannels: channels),
        ["resnet-34"] = (classes, channels) => new ResNet([3, 4, 6, 3], bottleneck: false, classes: classes, inChannels: channels),
        ["resnet-50"] = (classes, channels) => new ResNet([3, 4, 6, 3], bottleneck: true, classes: classes, inChannels: channels),
        ["resnet-101"] = (classes, channels) => new ResNet([3, 4, 23, 3], bottleneck: true, classes: classes, inChannels: channels),
        ["resnet-152"] = (classes, channels) => new ResNet([3, 8, 36, 3], bottleneck: true, classes: classes, inChannels: channels),
        ["resnet-50-tv"] = (classes, channels) => Torchvision([3, 4, 6, 3], classes, channels),
        ["resnet-101-tv"] = (classes, channels) => Torchvision([3, 4, 23, 3], classes, channels),
        ["resnet-152-tv"] = (classes, channels) => Torchvision([3, 8, 36, 3], classes, channels),
        ["plain-18"] = (classes, channels) => new ResNet([2, 2, 2, 2], false, ShortcutOption.Plain, classes: classes, inChannels: channels),
        ["plain-34"] = (classes, channels) => new ResNet([3, 4, 6, 3], false, ShortcutOption.Plain, classes: classes, inChannels: channels),
        ["wrn-50-2"] = (classes, channels) => Torchvision([3, 4, 6, 3], classes, channels, widening: 2),

        ["resnet-cifar-20"] = (classes, channels) => new CifarResNet(20, classes: classes, inChannels: channels),
        ["resnet-cifar-32"] = (classes, channels) => new CifarResNet(32, classes: classes, inChannels: channels),
        ["resnet-cifar-44"] = (classes, channels) => new CifarResNet(44, classes: classes, inChannels: channels),
        ["resnet-cifar-56"] = (classes, channels) => new CifarResNet(56, classes: classes, inChannels: channels),
        ["resnet-cifar-110"] = (classes, channels) => new CifarResNet(110, classes: classes, inChannels: channels),
        ["resnet-cifar-1202"] = (classes, channels) => new CifarResNet(1202, classes: classes, inChannels: channels),
        ["plain-cifar-20"] = (classes, channels) => new CifarResNet(20, ShortcutOption.Plain, classes, channels),
        ["plain-cifar-32"] = (classes, channels) => new CifarResNet(32, ShortcutOption.Plain, classes, channels),
        ["plain-cifar-44"] = (classes, channels) => new CifarResNet(44, ShortcutOption.Plain, classes, channels),
        ["plain-cifar-56"] = (classes, channels) => new CifarResNet(56, ShortcutOption.Plain, classes, channels),
        ["plain-cifar-110"] = (classes, channels) => new CifarResNet(110, ShortcutOption.Plain, classes, channels),

        ["preact-110"] = (classes, channels) => PreActResNet.Basic(110, classes, channels),
        ["preact-164"] = (classes, channels) => PreActResNet.Bottlenecks(164, classes, channels),
        ["preact-1001"] = (classes, channels) => PreActResNet.Bottlenecks(1001, classes, channels),
        ["resnet-200"] = (classes, channels) => new PreActResNet200(classes, channels),

        ["wrn-16-4"] = (classes, channels) => WideResNet.Build(16, 4, classes, channels),
        ["wrn-16-8"] = (classes, channels) => WideResNet.Build(16, 8, classes, channels),
        ["wrn-16-10"] = (classes, channels) => WideResNet.Build(16, 10, classes, channels),
        ["wrn-22-8"] = (classes, channels) => WideResNet.Build(22, 8, classes, channels),
        ["wrn-22-10"] = (classes, channels) => WideResNet.Build(22, 10, classes, channels),
        ["wrn-28-10"] = (classes, channels) => WideResNet.Build(28, 10, classes, channels),
        ["wrn-28-12"] = (classes, channels) => WideResNet.Build(28, 12, classes, channels),
        ["wrn-40-1"] = (classes, channels) => WideResNet.Build(40, 1, classes, channels),
        ["wrn-40-2"] = (classes, channels) => WideResNet.Build(40, 2, classes, channels),
        ["wrn-40-4"] = (classes, channels) => WideResNet.Build(40, 4, classes, channels),
        ["wrn-40-8"] = (classes, channels) => WideResNet.Build(40, 8, classes, channels),
        ["wrn-40-10"] = (classes, channels) => WideResNet.Build(40, 10, classes, channels),
        ["wr-inception"] = (classes, channels) => WrInception.Base(classes, channels),
        ["wr-inception-l2"] = (classes, channels) => WrInception.L2(classes, channels),

        ["stochastic-depth-110"] = (classes, channels) => new StochasticDepthNet(110, classes: classes, inChannels: channels),
        ["stochastic-depth-1202"] = (classes, channels) => new StochasticDepthNet(1202, bias: false, classes: classes, inChannels: channels),
        ["highway"] = (classes, channels) => Highway.Convolutional(classes, channels),

        ["densenet-cifar-40-12"] = (classes, channels) => DenseNet.Cifar(40, 12, false, classes, channels),
        ["densenet-cifar-100-12"] = (classes, channels) => DenseNet.Cifar(100, 12, false, classes, channels),
        ["densenet-cifar-100-24"] = (classes, channels) => DenseNet.Cifar(100, 24, false, classes, channels),
        ["densenet-cifar-100-12-bc"] = (classes, channels) => DenseNet.Cifar(100, 12, true, classes, channels),
        ["densenet-cifar-250-24-bc"] = (classes, channels) => DenseNet.Cifar(250, 24, true, classes, channels),
        ["densenet-cifar-190-40-bc"] = (classes, channels) => DenseNet.Cifar(190, 40, true, classes, channels),
        ["densenet-121"] = (classes, channels) => DenseNet.ImageNet([6, 12, 24, 16], 32, classes, channels),
        ["densenet-169"] = (classes, channels) => DenseNet.ImageNet([6, 12, 32, 32], 32, classes, channels),
        ["densenet-201"] = (classes, channels) => DenseNet.ImageNet([6, 12, 48, 32], 32, classes, channels),
        ["densenet-264"] = (classes, channels) => DenseNet.ImageNet([6, 12, 64, 48], 32, classes, channels),
        ["densenet-161"] = (classes, channels) => DenseNet.ImageNet([6, 12, 36, 24], 48, classes, channels),

        ["residual-lstm"] = (classes, _) => ResidualLstmNet.Build(classes: classes),
        ["rtn"] = (classes, channels) => new ResidualTransferNet(classes, channels),
    };

    private static readonly Lazy<Dictionary<string, Architecture>> Entries = new(Load);

    /// <summary>All networks, family by family in the order of the years.</summary>
    public static IReadOnlyCollection<Architecture> All => Entries.Value.Values;

    /// <summary>The network with this id.</summary>
    /// <exception cref="ArgumentException">No network has this id; the message names the nearest.</exception>
    public static Architecture Find(string id) =>
        Entries.Value.TryGetValue(id, out var architecture)
            ? architecture
            : throw new ArgumentException($"No architecture is called '{id}'; the nearest are {string.Join(", ", Nearest(id))}.");

    /// <summary>Builds the network with this id, by default for the classes and the channels of its paper.</summary>
    /// <exception cref="ArgumentException">No network has this id.</exception>
    public static Module<Tensor, Tensor> Create(string id, long? classes = null, long? inChannels = null) =>
        Find(id).Create(classes, inChannels);

    /// <summary>
    /// The layer table of a network, without memory for its weights.
    /// </summary>
    /// <param name="id">Id of the network.</param>
    /// <param name="input">Input shape; by default the paper's.</param>
    /// <param name="classes">Number of classes; by default the paper's.</param>
    /// <param name="auxiliary">Count the heads that exist for training only.</param>
    /// <exception cref="ArgumentException">No network has this id.</exception>
    /// <exception cref="ShapeException">The network cannot take this input.</exception>
    public static LayerTable Table(string id, long[]? input = null, long? classes = null, bool auxiliary = false)
    {
        var architecture = Find(id);
        input ??= architecture.Input;
        LayerTable.CheckSize(input);
        using var net = architecture.Blueprint(classes, input[0]);
        return LayerTable.For(net, input, auxiliary);
    }

    private static ResNet Torchvision(int[] blocks, long classes, long channels, long widening = 1) =>
        new(blocks, bottleneck: true, strideOnFirst1x1: false, widening: widening, classes: classes, inChannels: channels);

    private static IEnumerable<string> Nearest(string id)
    {
        var typed = id.ToLowerInvariant();
        return Entries.Value.Keys
            .OrderByDescending(candidate => candidate.StartsWith(typed, StringComparison.Ordinal))
            .ThenByDescending(candidate => candidate.Split('-')[0] == typed.Split('-')[0])
            .ThenBy(candidate => Distance(typed, candidate))
            .Take(3);
    }

    /// <summary>Levenshtein's edit distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var (i, letter) in a.Index())
        {
            var next = new int[b.Length + 1];
            next[0] = i + 1;
            for (var j = 1; j <= b.Length; j++)
                next[j] = Math.Min(Math.Min(row[j], next[j - 1]) + 1, row[j - 1] + (letter == b[j - 1] ? 0 : 1));
            row = next;
        }
        return row[^1];
    }

    private static Dictionary<string, Architecture> Load()
    {
        using var stream = typeof(Registry).Assembly.GetManifestResourceStream("ConvNets.Architectures.catalogue.json")
            ?? throw new InvalidOperationException("The catalogue of architectures is missing from the assembly; rebuild lib/ConvNets.");
        var catalogue = JsonSerializer.Deserialize<Catalogue>(stream, JsonSerializerOptions.Web)!;
        return catalogue.Architectures
            .Where(entry => Builders.ContainsKey(entry.Id))
            .ToDictionary(entry => entry.Id, entry => new Architecture(
                entry.Id, entry.Name, entry.Paper, entry.Input, entry.Classes, catalogue.Recipes[entry.Recipe],
                entry.Accuracy, entry.Published, entry.Notes, Builders[entry.Id]));
    }

    private sealed record Catalogue(Dictionary<string, Recipe> Recipes, List<Entry> Architectures);

    private sealed record Entry(
        string Id, string Name, Paper Paper, long[] Input, long Classes, string Recipe,
        List<Accuracy> Accuracy, List<PublishedCount> Published, List<string> Notes);
}
