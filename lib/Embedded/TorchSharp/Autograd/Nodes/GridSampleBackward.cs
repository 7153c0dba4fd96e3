using TorchSharp.Kernels.Resample;

namespace TorchSharp.Autograd;

/// <summary>Images read at the points of a grid: gradients of both.</summary>
internal sealed class GridSampleBackward : Node
{
    private readonly GridShape _shape;
    private readonly SavedTensor _input;
    private readonly SavedTensor _grid;

    public GridSampleBackward(in GridShape shape, Tensor input, Tensor grid) : base("GridSampler2DBackward0", input, grid)
    {
        _shape = shape;
        _input = Save(input);
        _grid = Save(grid);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        Tensor grad = grads[0]!, input = _input.Get(), grid = _grid.Get();
        return GradMode.Needs(grad, input, grid)
            ? Derive(t => Ops.GridSampleInSteps(_shape, t[0]!, t[1]!), grad, input, grid)
            : Ops.GridSampleGradients(_shape, input, grid, grad, Needs(0), Needs(1));
    }
}
