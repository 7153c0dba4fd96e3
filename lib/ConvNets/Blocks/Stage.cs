// A stage: the same block several times in a row.
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>Builds stages of a network.</summary>
public static class Stage
{
    /// <summary>The blocks of each stage in a network of a depth, which counts weight layers.</summary>
    /// <param name="depth">Weight layers in all.</param>
    /// <param name="period">Weight layers that one more block in every stage adds.</param>
    /// <param name="rest">Weight layers outside the stages.</param>
    /// <exception cref="ArgumentException">The depth is not of the form period n + rest.</exception>
    public static int Blocks(int depth, int period, int rest)
    {
        if (depth >= period + rest && (depth - rest) % period == 0)
            return (depth - rest) / period;
        var nearest = Math.Max(1, (int)Math.Round((double)(depth - rest) / period)) * period + rest;
        throw new ArgumentException($"This network has {period}n + {rest} weight layers, so {depth} is no depth of it; the nearest is {nearest}.");
    }

    /// <summary>As many blocks as asked for, one after the other.</summary>
    /// <param name="count">Number of blocks.</param>
    /// <param name="block">Builds the next block.</param>
    public static Sequential Of(int count, Func<Module<Tensor, Tensor>> block) => Of(count, _ => block());

    /// <summary>As many blocks as asked for; the builder learns its position, from 0.</summary>
    public static Sequential Of(int count, Func<int, Module<Tensor, Tensor>> block)
    {
        var stage = Sequential();
        for (var i = 0; i < count; i++)
            stage.append(block(i));
        return stage;
    }
}
