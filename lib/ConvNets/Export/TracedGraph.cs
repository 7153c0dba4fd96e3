// A network as the steps of its symbolic walk, each with the module behind it: what every export writes out in another language.
using ConvNets.Geometry;
using static TorchSharp.torch.nn;

namespace ConvNets.Export;

/// <summary>One step: its row of the layer table, and the module that does it, null for an operation between modules.</summary>
internal sealed record TracedStep(Layer Layer, Module? Module);

/// <summary>The steps of a network at one input size, in the order in which they run.</summary>
internal sealed class TracedGraph
{
    private TracedGraph(Module network, LayerTable table, IReadOnlyList<Module?> modules)
    {
        Network = network;
        Table = table;
        Steps = [.. table.Layers.Zip(modules, (layer, module) => new TracedStep(layer, module))];
        var read = Steps.Where(step => step.Layer.Auxiliary).SelectMany(step => step.Layer.Inputs).ToHashSet();
        AuxiliaryOutputs = [.. table.Layers.Where(layer => layer.Auxiliary && !read.Contains(layer.Id)).Select(layer => layer.Id)];
    }

    public Module Network { get; }

    public LayerTable Table { get; }

    public IReadOnlyList<TracedStep> Steps { get; }

    /// <summary>Ids of the steps whose results training needs beside the main output.</summary>
    public IReadOnlyList<int> AuxiliaryOutputs { get; }

    /// <summary>Walks a network, with its auxiliary heads where the input is large enough for them.</summary>
    /// <exception cref="ShapeException">The network cannot take this input.</exception>
    public static TracedGraph Of(Module network, long[] input)
    {
        try
        {
            var (table, modules) = LayerTable.Trace(network, input, auxiliary: true);
            return new(network, table, modules);
        }
        catch (ShapeException)
        {
            var (table, modules) = LayerTable.Trace(network, input, auxiliary: false);
            return new(network, table, modules);
        }
    }
}
