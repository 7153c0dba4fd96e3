// Residual networks as ensembles of paths: deleting blocks, reordering them, and the binomial lengths of their paths.
// Veit, Wilber and Belongie, 2016, "Residual networks behave like ensembles of relatively shallow networks".
using ConvNets.Blocks;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>Lesion studies on networks of <see cref="IResidualBlock"/>s.</summary>
public static class ResidualPaths
{
    /// <summary>The residual blocks of a network in order, with their names.</summary>
    public static IReadOnlyList<(string Name, IResidualBlock Block)> Blocks(Module network) =>
        [.. Ordered(network, "").Where(module => module.Module is IResidualBlock).Select(module => (module.Name, (IResidualBlock)module.Module))];

    private static IEnumerable<(string Name, Module Module)> Ordered(Module module, string prefix)
    {
        foreach (var (name, child) in module.named_children())
        {
            var full = prefix.Length == 0 ? name : $"{prefix}.{name}";
            yield return (full, child);
            foreach (var inner in Ordered(child, full))
                yield return inner;
        }
    }

    /// <summary>
    /// Cuts blocks down to their shortcuts while <paramref name="measure"/> runs, and restores them: the lesion sets y_i = y_{i-1},
    /// blocks that change shape keep their projection.
    /// </summary>
    public static T WithoutBlocks<T>(Module network, IEnumerable<int> deleted, Func<T> measure)
    {
        var blocks = Blocks(network);
        var cut = deleted.Select(index => blocks[index].Block).ToList();
        foreach (var block in cut)
            block.Lesioned = true;
        try
        {
            return measure();
        }
        finally
        {
            foreach (var block in cut)
                block.Lesioned = false;
        }
    }

    /// <summary>
    /// A stage with its blocks in another order. Blocks share their weights with the original; those that change shape must stay
    /// at their place.
    /// </summary>
    /// <param name="stage">A chain of residual blocks.</param>
    /// <param name="order">For each place the index of the block to stand there.</param>
    /// <exception cref="ArgumentException">The order is no permutation, or moves a block that changes the shape.</exception>
    public static Sequential Reordered(Sequential stage, IReadOnlyList<int> order)
    {
        var blocks = Permutable(stage, order);
        var result = Sequential();
        foreach (var index in order)
            result.append((Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>)blocks[index]);
        return result;
    }

    /// <summary>
    /// Runs <paramref name="measure"/> while the blocks of a stage stand in another order, and puts them back: weights and batch-norm
    /// statistics change places, so the network that holds the stage needs no rebuilding.
    /// </summary>
    /// <param name="stage">A chain of residual blocks.</param>
    /// <param name="order">For each place the index of the block to stand there.</param>
    /// <param name="measure">What to measure on the network that holds the stage.</param>
    /// <exception cref="ArgumentException">The order is no permutation, or moves a block that changes the shape.</exception>
    public static T WithOrder<T>(Sequential stage, IReadOnlyList<int> order, Func<T> measure)
    {
        var blocks = Permutable(stage, order);
        using var scope = TorchSharp.torch.NewDisposeScope();
        var states = blocks.Select(block => block.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone())).ToList();
        try
        {
            foreach (var (place, index) in order.Index())
                blocks[place].load_state_dict(states[index]);
            return measure();
        }
        finally
        {
            foreach (var (place, state) in states.Index())
                blocks[place].load_state_dict(state);
        }
    }

    private static List<Module> Permutable(Sequential stage, IReadOnlyList<int> order)
    {
        var blocks = stage.named_children().Select(child => child.module).ToList();
        if (!order.Order().SequenceEqual(Enumerable.Range(0, blocks.Count)))
            throw new ArgumentException($"The order must name each of the {blocks.Count} blocks once.");
        foreach (var (place, index) in order.Index())
            if (place != index && blocks[index] is not IResidualBlock { KeepsShape: true })
                throw new ArgumentException($"Block {index} changes the shape of its input and cannot move to place {place}.");
        return blocks;
    }

    /// <summary>Kendall's rank correlation of an order with the original one: 1 unchanged, -1 reversed.</summary>
    public static double KendallTau(IReadOnlyList<int> order)
    {
        var pairs = from i in Enumerable.Range(0, order.Count) from j in Enumerable.Range(i + 1, order.Count - i - 1) select Math.Sign(order[j] - order[i]);
        return pairs.Average();
    }

    /// <summary>The share of the 2^n paths that pass exactly k of n blocks: binomial, since each block is passed or skipped.</summary>
    public static double PathShare(int blocks, int length)
    {
        var logarithm = 0.0;
        for (var i = 1; i <= length; i++)
            logarithm += Math.Log((blocks - length + i) / (double)i);
        return Math.Exp(logarithm - blocks * Math.Log(2));
    }

    /// <summary>The share of paths whose length lies in a range, both ends included.</summary>
    public static double PathShare(int blocks, int from, int to) => Enumerable.Range(from, to - from + 1).Sum(length => PathShare(blocks, length));
}
