// The three shortcuts that the residual learning paper compares (He, Zhang, Ren and Sun, 2015, section 4.1), and none at all.
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>What goes around the residual function of a block.</summary>
public enum ShortcutOption
{
    /// <summary>No shortcut: a plain network.</summary>
    Plain,

    /// <summary>Identity everywhere; where the shape changes, every second pixel and zero channels. No parameters.</summary>
    A,

    /// <summary>Identity, and a 1x1 projection with batch norm where the shape changes.</summary>
    B,

    /// <summary>A 1x1 projection with batch norm around every block.</summary>
    C,
}

/// <summary>Builds the shortcut of a block.</summary>
internal static class Shortcut
{
    /// <summary>The shortcut module, or null where it is the identity or there is none.</summary>
    public static Module<Tensor, Tensor>? Around(ShortcutOption option, long inChannels, long outChannels, long stride)
    {
        var changes = stride != 1 || inChannels != outChannels;
        return option switch
        {
            ShortcutOption.A when changes => new ZeroPadShortcut(inChannels, outChannels, stride),
            ShortcutOption.B when changes => Projection(inChannels, outChannels, stride),
            ShortcutOption.C => Projection(inChannels, outChannels, stride),
            _ => null,
        };
    }

    private static Sequential Projection(long inChannels, long outChannels, long stride) => Sequential(
        Conv2d(inChannels, outChannels, 1, stride, bias: false),
        BatchNorm2d(outChannels));
}
