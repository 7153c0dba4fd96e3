// How far a layer's features move, and how the class probability falls, when a picture is shifted, scaled or turned.
// Zeiler and Fergus, 2014, "Visualizing and understanding convolutional networks", section 4.1 and figure 5.
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>What is done to the picture.</summary>
public enum PictureChange
{
    /// <summary>Moved down by so many pixels.</summary>
    Translation,

    /// <summary>Magnified by this factor about the centre; 1 leaves it.</summary>
    Scale,

    /// <summary>Turned counter-clockwise about the centre by so many degrees.</summary>
    Rotation,
}

/// <summary>One point of the curves.</summary>
/// <param name="Amount">Pixels, factor or degrees.</param>
/// <param name="Distances">Euclidean distance of each layer's features from those of the unchanged picture, in the order asked for.</param>
/// <param name="Probability">Probability of the class, 0 to 1.</param>
public sealed record InvariancePoint(double Amount, IReadOnlyList<double> Distances, double Probability);

/// <summary>Measures the invariance of features.</summary>
public static class FeatureInvariance
{
    /// <summary>The curves of one picture.</summary>
    /// <param name="network">A classifier; it is put into evaluation mode.</param>
    /// <param name="picture">One picture, <c>[1, C, H, W]</c>, with its mean subtracted: what comes in from outside is 0.</param>
    /// <param name="change">What is done to it.</param>
    /// <param name="amounts">Pixels, factors or degrees.</param>
    /// <param name="layers">State-dict names of the layers whose features are compared.</param>
    /// <param name="label">The class whose probability is followed.</param>
    public static IReadOnlyList<InvariancePoint> Of(
        Module<Tensor, Tensor> network, Tensor picture, PictureChange change, IEnumerable<double> amounts, IReadOnlyList<string> layers, int label)
    {
        network.eval();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var (features, _) = Look(network, picture, layers, label);
        IReadOnlyList<InvariancePoint> curve = [.. amounts.Select(amount =>
        {
            using var inner = NewDisposeScope();
            var (moved, probability) = Look(network, Change(picture, change, amount), layers, label);
            var distances = features.Zip(moved, (a, b) => (a - b).square().sum().sqrt().ToDouble()).ToList();
            moved.ForEach(feature => feature.Dispose());
            return new InvariancePoint(amount, distances, probability);
        })];
        features.ForEach(feature => feature.Dispose());
        return curve;
    }

    /// <summary>The picture, changed, with bilinear interpolation: <c>[N, C, H, W]</c> to the same shape.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A scale is not above 0.</exception>
    public static Tensor Change(Tensor picture, PictureChange change, double amount)
    {
        if (change == PictureChange.Scale)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        using var scope = NewDisposeScope();
        var (height, width) = (picture.shape[2], picture.shape[3]);
        var (sin, cos) = Math.SinCos(change == PictureChange.Rotation ? amount * Math.PI / 180 : 0);
        var zoom = change == PictureChange.Scale ? 1 / amount : 1;
        // Each output position, in units of half the picture, names the input position that it shows.
        float[] map =
        [
            (float)(zoom * cos), (float)(-zoom * sin * height / width), 0,
            (float)(zoom * sin * width / height), (float)(zoom * cos), change == PictureChange.Translation ? (float)(-2 * amount / height) : 0,
        ];
        var theta = tensor(map, [1, 2, 3]).expand(picture.shape[0], 2, 3).contiguous();
        var grid = functional.affine_grid(theta, picture.shape, align_corners: false);
        return functional.grid_sample(picture, grid, align_corners: false).MoveToOuterDisposeScope();
    }

    private static (List<Tensor> Features, double Probability) Look(Module<Tensor, Tensor> network, Tensor picture, IReadOnlyList<string> layers, int label)
    {
        var features = new Tensor[layers.Count];
        var unhook = new List<Action>();
        try
        {
            foreach (var (i, name) in layers.Index())
            {
                var hook = network.Layer(name).register_forward_hook((_, _, output) =>
                {
                    features[i] = output.detach().clone().DetachFromDisposeScope();
                    return output;
                });
                unhook.Add(hook.remove);
            }
            var probability = functional.softmax(network.call(picture), 1)[0, label].ToDouble();
            return ([.. features], probability);
        }
        finally
        {
            unhook.ForEach(remove => remove());
        }
    }
}
