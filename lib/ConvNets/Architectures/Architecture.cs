// What the registry knows of a network besides its layers: the paper, the recipe, the published results.
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Where a network was published.</summary>
/// <param name="Title">Title of the paper.</param>
/// <param name="Authors">Authors, by family name.</param>
/// <param name="Venue">Conference or archive.</param>
/// <param name="Year">Year of first publication.</param>
public sealed record Paper(string Title, string Authors, string Venue, int Year);

/// <summary>How the network was trained, as published.</summary>
/// <param name="Optimizer">Optimizer and momentum.</param>
/// <param name="Schedule">Learning rate and its changes.</param>
/// <param name="Batch">Mini-batch size.</param>
/// <param name="WeightDecay">L2 weight decay.</param>
/// <param name="Augmentation">Crops, flips, colour.</param>
/// <param name="Initialisation">Initialisation and dropout.</param>
/// <param name="Source">Where this is written.</param>
public sealed record Recipe(
    string Optimizer, string Schedule, string Batch, string WeightDecay, string Augmentation, string Initialisation, string Source);

/// <summary>A published result.</summary>
/// <param name="Dataset">Data set and split.</param>
/// <param name="Metric">What was measured, with its unit.</param>
/// <param name="Value">The figure as printed.</param>
/// <param name="Setting">Crops, ensembles, augmentation.</param>
/// <param name="Source">Where it is printed.</param>
public sealed record Accuracy(string Dataset, string Metric, string Value, string Setting, string Source);

/// <summary>A count that the paper or a well-known implementation prints.</summary>
/// <param name="Quantity"><c>parameters</c> or <c>macs</c>.</param>
/// <param name="Value">The figure as printed, and the implementation that it belongs to.</param>
public sealed record PublishedCount(string Quantity, string Value);

/// <summary>A network of the registry.</summary>
/// <param name="Id">Id, as the command line takes it.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Paper">Where it was published.</param>
/// <param name="Input">The input of the paper for one sample, <c>[C, H, W]</c> or <c>[features]</c>.</param>
/// <param name="Classes">Number of classes in the paper.</param>
/// <param name="Recipe">How it was trained.</param>
/// <param name="Accuracies">Published results.</param>
/// <param name="Published">Counts that the paper or a well-known implementation prints.</param>
/// <param name="Notes">Where sources disagree, and which reading is built.</param>
/// <param name="Build">Builds the network for a number of classes and input channels.</param>
public sealed record Architecture(
    string Id, string Name, Paper Paper, long[] Input, long Classes, Recipe Recipe,
    IReadOnlyList<Accuracy> Accuracies, IReadOnlyList<PublishedCount> Published, IReadOnlyList<string> Notes,
    Func<long, long, Module<Tensor, Tensor>> Build)
{
    /// <summary>Builds the network, by default for the classes and the channels of the paper.</summary>
    public Module<Tensor, Tensor> Create(long? classes = null, long? inChannels = null) =>
        Build(classes ?? Classes, inChannels ?? Input[0]);

    /// <summary>
    /// Builds the network without memory for its weights, on PyTorch's meta device: enough for tables, not for a forward pass.
    /// </summary>
    public Module<Tensor, Tensor> Blueprint(long? classes = null, long? inChannels = null)
    {
        lock (MetaGate)
        {
            var before = get_default_device();
            set_default_device(META);
            try
            {
                return Create(classes, inChannels);
            }
            finally
            {
                set_default_device(before);
            }
        }
    }

    // The default device belongs to the process in the genuine engine, so blueprints are drawn one at a time.
    private static readonly Lock MetaGate = new();
}
