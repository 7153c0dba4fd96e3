// The initialisations that the papers publish: Gaussian of a fixed width, Glorot's and He's.
// Glorot and Bengio, 2010; He, Zhang, Ren and Sun, 2015, "Delving deep into rectifiers".
using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>Fills the weights of all convolution and linear layers of a network; biases become zero, BN stays at gamma 1, beta 0.</summary>
public static class Initialise
{
    /// <summary>N(0, std^2), as AlexNet (0.01) and VGG (0.1) do.</summary>
    public static void Gaussian(Module network, double std) =>
        Weights(network, weight => init.normal_(weight, 0, std));

    /// <summary>He's initialisation on the number of inputs of a unit: variance 2 / fan_in, so that ReLU layers keep the forward scale.</summary>
    public static void HeFanIn(Module network) =>
        Weights(network, weight => init.normal_(weight, 0, Math.Sqrt(2.0 / FanIn(weight))));

    /// <summary>U(-bound, bound), as pylearn2's <c>irange</c>.</summary>
    public static void Uniform(Module network, double bound) =>
        Weights(network, weight => init.uniform_(weight, -bound, bound));

    /// <summary>
    /// He's initialisation on the number of outputs, k_h k_w C_out: variance 2 / fan_out keeps the scale of the gradients.
    /// The released code of ResNet, pre-activation ResNet and DenseNet uses it for convolutions; linear layers keep <paramref name="linear"/>.
    /// </summary>
    public static void HeFanOut(Module network, Action<Linear>? linear = null)
    {
        foreach (var module in network.modules())
            if (module is Conv2d conv)
                Fill(conv.weight, conv.bias, weight => init.normal_(weight, 0, Math.Sqrt(2.0 / FanOut(weight))));
            else if (module is Linear layer)
                linear?.Invoke(layer);
    }

    /// <summary>Glorot's uniform initialisation: U(-b, b) with b = sqrt(6 / (fan_in + fan_out)).</summary>
    public static void Glorot(Module network) =>
        Weights(network, weight => init.uniform_(weight, -GlorotBound(weight), GlorotBound(weight)));

    /// <summary>A Gaussian cut at two standard deviations, as TensorFlow's Inception code draws it: what lies beyond is drawn again.</summary>
    public static void TruncatedGaussian(Module network, double std) =>
        Weights(network, weight =>
        {
            init.normal_(weight, 0, std);
            if (!weight.is_meta)
                RedrawTails(MemoryMarshal.Cast<byte, float>(weight.bytes), std);
        });

    /// <summary>Sets every bias of a layer to one value, as AlexNet does to feed its ReLUs with positive inputs.</summary>
    public static void Bias(Module layer, double value)
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in layer.named_parameters())
            if (name.Split('.')[^1] == "bias")
                init.constant_(parameter, value);
    }

    /// <summary>Number of inputs that one output of the weight <c>[out, in / groups, kh, kw]</c> adds up.</summary>
    public static long FanIn(Tensor weight) => weight.shape.Skip(1).Aggregate(1L, (product, n) => product * n);

    /// <summary>Number of outputs that one input of the weight <c>[out, in / groups, kh, kw]</c> feeds.</summary>
    public static long FanOut(Tensor weight) => weight.shape[0] * weight.shape.Skip(2).Aggregate(1L, (product, n) => product * n);

    /// <summary>Half the width of Glorot's uniform distribution for a weight.</summary>
    public static double GlorotBound(Tensor weight) => Math.Sqrt(6.0 / (FanIn(weight) + FanOut(weight)));

    /// <summary>
    /// The factor by which a ReLU layer of this weight changes the root mean square of its signal: sqrt(fan_in var / 2), 1 for He's.
    /// </summary>
    /// <param name="fanIn">Number of inputs that one output adds up.</param>
    /// <param name="std">Standard deviation of the weights.</param>
    public static double ReluGain(long fanIn, double std) => Math.Sqrt(fanIn * std * std / 2);

    private static void RedrawTails(Span<float> values, double std)
    {
        var limit = (float)(2 * std);
        var tail = new List<int>();
        for (var i = 0; i < values.Length; i++)
            if (MathF.Abs(values[i]) > limit)
                tail.Add(i);
        while (tail.Count > 0)
        {
            using var again = randn(tail.Count);
            var draws = MemoryMarshal.Cast<byte, float>(again.bytes);
            var beyond = new List<int>();
            for (var i = 0; i < draws.Length; i++)
                if (MathF.Abs(values[tail[i]] = (float)(draws[i] * std)) > limit)
                    beyond.Add(tail[i]);
            tail = beyond;
        }
    }

    private static void Weights(Module network, Action<Tensor> fill)
    {
        foreach (var module in network.modules().Prepend(network))
            if (module is Conv2d conv)
                Fill(conv.weight, conv.bias, fill);
            else if (module is Linear linear)
                Fill(linear.weight, linear.bias, fill);
    }

    private static void Fill(Tensor weight, Tensor? bias, Action<Tensor> fill)
    {
        using var _ = no_grad();
        fill(weight);
        if (bias is not null)
            init.zeros_(bias);
    }
}
