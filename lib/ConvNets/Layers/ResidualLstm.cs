// The residual LSTM layer: the shortcut goes around the projection, inside the output gate, and leaves the cell path alone.
// Kim, El-Khamy and Lee, 2017, "Residual LSTM: design of a deep recurrent architecture for distant speech recognition", equations 8 to 13.
// The equations multiply a gate of every cell with a projection to fewer outputs; here an output is gated by the mean of the gates
// of the cells / outputs cells at its place, which keeps the parameters of the equations and is exact where the sizes agree.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>
/// h_t = o_t (W_p tanh(c_t) + W_h x_t), gates with peepholes: <c>[N, T, inputs]</c> to <c>[N, T, outputs]</c>.
/// W_h is the identity where the sizes match.
/// </summary>
public sealed class ResidualLstm : Module<Tensor, Tensor>, ITraceable
{
    private readonly Linear input;
    private readonly Linear recurrent;
    private readonly Parameter peephole;
    private readonly Linear projection;
    private readonly Linear? shortcut;
    private readonly long cells;

    /// <summary>Builds the layer.</summary>
    /// <param name="inputs">Size of x_t.</param>
    /// <param name="cells">Number of memory cells.</param>
    /// <param name="outputs">Size of h_t, the projection; divides the number of cells.</param>
    /// <exception cref="ArgumentException">The number of cells is no multiple of the outputs.</exception>
    public ResidualLstm(long inputs, long cells, long outputs) : base(nameof(ResidualLstm))
    {
        if (cells % outputs != 0)
            throw new ArgumentException($"The number of cells, {cells}, must be a multiple of the number of outputs, {outputs}.");
        this.cells = cells;
        input = Linear(inputs, 4 * cells);
        recurrent = Linear(outputs, 4 * cells, hasBias: false);
        peephole = Parameter(empty(3, cells));
        projection = Linear(cells, outputs, hasBias: false);
        shortcut = inputs == outputs ? null : Linear(inputs, outputs, hasBias: false);
        RegisterComponents();
        var bound = 1 / Math.Sqrt(cells);
        foreach (var parameter in parameters())
            init.uniform_(parameter, -bound, bound);
    }

    /// <summary>Size of x_t.</summary>
    public long Inputs => input.in_features;

    /// <summary>Number of memory cells.</summary>
    public long Cells => cells;

    /// <summary>Size of h_t.</summary>
    public long Outputs => projection.out_features;

    /// <summary>One step: the next output and cell from x_t <c>[N, inputs]</c>, h_{t-1} <c>[N, outputs]</c> and c_{t-1} <c>[N, cells]</c>.</summary>
    public (Tensor Output, Tensor Cell) Step(Tensor x, Tensor h, Tensor c)
    {
        using var scope = NewDisposeScope();
        var sums = (input.call(x) + recurrent.call(h)).chunk(4, 1);      // i, f, candidate, o
        var peeks = peephole.chunk(3, 0);
        var i = (sums[0] + c * peeks[0]).sigmoid();
        var f = (sums[1] + c * peeks[1]).sigmoid();
        var cell = f * c + i * sums[2].tanh();
        var o = (sums[3] + cell * peeks[2]).sigmoid();
        if (cells != projection.out_features)
            o = o.reshape(o.shape[0], projection.out_features, -1).mean([2]);
        var output = o * (projection.call(cell.tanh()) + (shortcut is null ? x : shortcut.call(x)));
        return (output.MoveToOuterDisposeScope(), cell.MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var h = zeros(x.shape[0], projection.out_features, dtype: x.dtype, device: x.device);
        var c = zeros(x.shape[0], cells, dtype: x.dtype, device: x.device);
        var outputs = new List<Tensor>();
        for (var t = 0L; t < x.shape[1]; t++)
        {
            (h, c) = Step(x.select(1, t), h, c);
            outputs.Add(h);
        }
        return stack(outputs, 1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        if (x.Shape is not [var steps, var features] || features != input.in_features)
            throw x.Refuse($"it needs [time, {input.in_features}] for each sample");
        var macs = steps * (4 * cells * (input.in_features + recurrent.in_features) + cells * projection.out_features
            + (shortcut is null ? 0 : input.in_features * projection.out_features));
        return x.To(nameof(ResidualLstm), [steps, projection.out_features], this, macs);
    }
}
