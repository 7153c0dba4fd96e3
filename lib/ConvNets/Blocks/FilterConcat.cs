// Parallel branches whose outputs stand side by side on the channels: the figure of every Inception module.
// Szegedy et al., 2015, "Going deeper with convolutions", figure 2; "filter concat" is the figure's own name.
using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>
/// Branches on the same input, concatenated: <c>[N, C, H, W]</c> to <c>[N, sum C_i, H', W']</c>. Each branch is a list of named
/// steps; a step without a name keeps its children's names, so that pools and nested branches add no level.
/// </summary>
public sealed class FilterConcat : Module<Tensor, Tensor>, ITraceable
{
    private readonly Module<Tensor, Tensor>[][] branches;

    /// <summary>Joins the branches, in the order of the concatenation.</summary>
    public FilterConcat(params (string Name, Module<Tensor, Tensor> Step)[][] branches) : base(nameof(FilterConcat))
    {
        this.branches = [.. branches.Select(branch => branch.Select(step => step.Step).ToArray())];
        foreach (var (name, step) in branches.SelectMany(branch => branch))
            if (name.Length > 0)
                register_module(name, step);
            else
                foreach (var (childName, child) in step.named_children())
                    register_module(childName, child);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var outputs = branches.Select(branch => branch.Aggregate(x, (y, step) => step.call(y))).ToArray();
        return cat(outputs, 1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => Flow.Concat([.. branches.Select(branch => x.Through([.. branch]))]);
}
