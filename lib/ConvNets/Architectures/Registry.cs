// The registry of networks: one id, one builder, and its entry in catalogue.json.
using System.Text.Json;
using ConvNets.Blocks;
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

    private static ResNet Torchvision(int[] blocks, long classes, long channels, long widening = 1) =>
        new(blocks, bottleneck: true, strideOnFirst1x1: false, widening: widening, classes: classes, inChannels: channels);

    private static IEnumerable<string> Nearest(string id)
    {
        var typed = id.ToLowerInvariant();
        return Entries.Value.Keys
            .OrderByDescending(candidate => candidate.StartsWith(typed, StringComparison.Ordinal))
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
