using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Architectures;

/// <summary>Holds a symbolic walk against a real forward pass: every leaf's shape, seen by hooks, and the output.</summary>
internal static class Agreement
{
    public static void Check(Module<Tensor, Tensor> net, long[] input)
    {
        var table = LayerTable.For(net, input);
        var seen = new Dictionary<string, List<long[]>>();
        foreach (var (name, module) in net.named_modules())
            if (module is Module<Tensor, Tensor> layer)
                layer.register_forward_hook((_, _, output) =>
                {
                    if (!seen.TryGetValue(name, out var shapes))
                        seen[name] = shapes = [];
                    shapes.Add(output.shape[1..]);
                    return output;
                });

        using var scope = NewDisposeScope();
        using var _ = no_grad();
        net.eval();
        var result = net.call(rand([2, .. input]));

        Assert.Equal(table.Output, result.shape[1..]);
        foreach (var rows in table.Layers.Skip(1).GroupBy(layer => layer.Name))
            if (seen.TryGetValue(rows.Key, out var shapes))
                Assert.Equal(rows.Select(row => string.Join('x', row.Output)), shapes.Select(shape => string.Join('x', shape)));

        // Every leaf that ran has a row, or lies inside a module that is a row itself, such as a recurrent layer.
        var rowNames = table.Layers.Select(layer => layer.Name).ToList();
        var leaves = net.named_modules().Where(module => !module.module.named_children().Any()).Select(module => module.name).Where(seen.ContainsKey);
        Assert.All(leaves, leaf => Assert.Contains(rowNames, row => leaf == row || leaf.StartsWith(row + ".", StringComparison.Ordinal)));
    }
}
