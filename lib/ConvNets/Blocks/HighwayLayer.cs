// The highway layer: a transform, and a learned gate that lets the input pass where the transform is not wanted.
// Srivastava, Greff and Schmidhuber, 2015, "Highway networks"; "Training very deep networks".
using ConvNets.Geometry;
using ConvNets.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>
/// y = H(x) T(x) + x (1 - T(x)), H = ReLU of one layer, T = sigmoid of another whose bias starts negative, so that the layer
/// begins near the identity. The shape of x stays.
/// </summary>
public sealed class HighwayLayer : Module<Tensor, Tensor>, ITraceable
{
    private readonly Module<Tensor, Tensor> transform;
    private readonly Module<Tensor, Tensor> gate;

    private HighwayLayer(Module<Tensor, Tensor> transform, Module<Tensor, Tensor> gate, double gateBias) : base(nameof(HighwayLayer))
    {
        this.transform = transform;
        this.gate = gate;
        RegisterComponents();
        Initialise.HeFanIn(transform);
        Initialise.HeFanIn(gate);
        Initialise.Bias(gate, gateBias);
    }

    /// <summary>Fully connected, <c>[N, width]</c> to <c>[N, width]</c>; the paper's gate bias for 50 layers on MNIST is -2.</summary>
    public static HighwayLayer Linear(long width, double gateBias = -2) => new(nn.Linear(width, width), nn.Linear(width, width), gateBias);

    /// <summary>Convolutional, <c>[N, C, H, W]</c> to <c>[N, C, H, W]</c>; the paper's gate bias on CIFAR-100 is -4.</summary>
    public static HighwayLayer Conv2d(long channels, long kernel = 3, double gateBias = -2) => new(
        nn.Conv2d(channels, channels, kernel, padding: kernel / 2), nn.Conv2d(channels, channels, kernel, padding: kernel / 2), gateBias);

    /// <summary>H(x).</summary>
    public Tensor Transform(Tensor x) => functional.relu(transform.call(x));

    /// <summary>T(x), between 0 (carry) and 1 (transform).</summary>
    public Tensor Gate(Tensor x) => gate.call(x).sigmoid();

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var t = Gate(x);
        return (Transform(x) * t + x * (1 - t)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        var t = x.Through(gate).Pointwise("Sigmoid");
        return x.Through(transform).Pointwise("ReLU") * t + x * t.Pointwise("OneMinus");
    }
}
