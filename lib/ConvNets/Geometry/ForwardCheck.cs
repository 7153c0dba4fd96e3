// Holds a layer table against a real forward pass: hooks see every module's output, the table predicted it.
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Geometry;

/// <summary>Compares what the symbolic walk says with what a network does.</summary>
public static class ForwardCheck
{
    /// <summary>
    /// Runs a batch through a network in evaluation mode and compares the output size of every module with the table's rows.
    /// The network's weights stay as they are; its mode is restored.
    /// </summary>
    /// <param name="network">A network with memory for its weights.</param>
    /// <param name="input">Input shape of one sample, <c>[C, H, W]</c> or <c>[features]</c>.</param>
    /// <param name="batch">Samples in the batch.</param>
    /// <returns>One sentence for each disagreement; none where the table is right.</returns>
    /// <exception cref="ShapeException">The network cannot take this input.</exception>
    public static IReadOnlyList<string> Of(Module<Tensor, Tensor> network, long[] input, long batch = 1)
    {
        var table = LayerTable.For(network, input);
        var seen = new Dictionary<string, List<string>>();
        var unhook = new List<Action>();
        var training = network.training;
        network.eval();
        try
        {
            foreach (var (name, module) in network.named_modules())
                if (module is Module<Tensor, Tensor> layer)
                {
                    var hook = layer.register_forward_hook((_, _, output) =>
                    {
                        if (!seen.TryGetValue(name, out var shapes))
                            seen[name] = shapes = [];
                        shapes.Add(string.Join('x', output.shape[1..]));
                        return output;
                    });
                    unhook.Add(hook.remove);
                }
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            var output = string.Join('x', network.call(zeros([batch, .. input])).shape[1..]);
            return [.. Disagreements(network, table, seen, output)];
        }
        finally
        {
            unhook.ForEach(remove => remove());
            network.train(training);
        }
    }

    private static IEnumerable<string> Disagreements(Module network, LayerTable table, Dictionary<string, List<string>> seen, string output)
    {
        if (string.Join('x', table.Output) != output)
            yield return $"The table ends in {string.Join('x', table.Output)}, the network in {output}.";
        var rows = table.Layers.Skip(1).GroupBy(layer => layer.Name).ToDictionary(group => group.Key, group => string.Join(", ", group.Select(row => string.Join('x', row.Output))));
        foreach (var (name, expected) in rows)
            if (seen.TryGetValue(name, out var shapes) && string.Join(", ", shapes) is var actual && actual != expected)
                yield return $"Layer '{name}' gives {actual}, the table says {expected}.";

        // A leaf without a row of its own must lie inside a module that is a row itself, such as a recurrent layer.
        foreach (var (name, module) in network.named_modules())
            if (seen.ContainsKey(name) && !module.named_children().Any() && !Covering(name).Any(rows.ContainsKey))
                yield return $"Layer '{name}' ran and has no row in the table.";
    }

    private static IEnumerable<string> Covering(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
            yield return name[..end];
    }
}
