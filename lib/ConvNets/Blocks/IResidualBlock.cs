// What the experiments on residual networks need from a block: its two paths, and a switch that cuts one of them.
// Veit, Wilber and Belongie, 2016, "Residual networks behave like ensembles of relatively shallow networks".
using static TorchSharp.torch;

namespace ConvNets.Blocks;

/// <summary>A block that adds a residual function to a shortcut.</summary>
public interface IResidualBlock
{
    /// <summary>The residual function F(x), before it is added.</summary>
    Tensor Residual(Tensor x);

    /// <summary>The shortcut of x: x itself, or its projection where the shape changes.</summary>
    Tensor Shortcut(Tensor x);

    /// <summary>When true, the block is cut down to its shortcut: the lesion of Veit et al.</summary>
    bool Lesioned { get; set; }

    /// <summary>Whether input and output have the same shape, so that the block can be moved within its stage.</summary>
    bool KeepsShape { get; }
}
