// The training script beside an exported module: PyTorch's distributed data parallel with the options and schedules of our own trainer.
using ConvNets.Architectures;
using static TorchSharp.torch.nn;

namespace ConvNets.Export.PyTorch;

/// <summary>Writes a torchrun script.</summary>
public static class PyTorchTraining
{
    /// <summary>The text of the script.</summary>
    /// <param name="architecture">What is trained; its published recipe stands in the script's first lines.</param>
    /// <param name="network">The network, to know whether every parameter takes part in every step.</param>
    /// <param name="input">Input shape of one picture, <c>[C, H, W]</c>.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="module">Name of the exported module's file without <c>.py</c>.</param>
    /// <param name="file">Name of the script's own file without <c>.py</c>.</param>
    /// <exception cref="ExportException">The network does not classify pictures.</exception>
    public static string Text(Architecture architecture, Module network, long[] input, long classes, string module, string file)
    {
        var graph = TracedGraph.Of(network, input);
        if (input is not [var channels, var height, _] || graph.Table.Output.Length != 1)
            throw new ExportException($"The training script is for networks that classify pictures, and {architecture.Id} takes [{string.Join(", ", input)}].");
        var used = graph.Steps.Where(step => step.Layer.Parameters > 0).Select(step => step.Layer.Parameters).Sum();
        var all = network.parameters().Sum(parameter => parameter.numel());
        return PyTorchModule.Template("train.py")
            .Replace("@title@", architecture.Name)
            .Replace("@recipe@", Published(architecture.Recipe))
            .Replace("@id@", architecture.Id)
            .Replace("@file@", file)
            .Replace("@module@", module)
            .Replace("@classes@", $"{classes}")
            .Replace("@channels@", $"{channels}")
            .Replace("@size@", $"{height}")
            .Replace("@unused@", Python.Of(used < all));
    }

    private static string Published(Recipe recipe) => $"""
            optimizer       {recipe.Optimizer}
            schedule        {recipe.Schedule}
            batch           {recipe.Batch}
            weight decay    {recipe.WeightDecay}
            augmentation    {recipe.Augmentation}
            initialisation  {recipe.Initialisation}
            source          {recipe.Source}
        """;
}
