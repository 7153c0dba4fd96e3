// A stage: the same block several times in a row.
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>Builds stages of a network.</summary>
public static class Stage
{
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
