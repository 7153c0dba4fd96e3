// Occlusion sensitivity: cover one place of the picture after the other, and watch the class and one feature map.
// Zeiler and Fergus, 2014, "Visualizing and understanding convolutional networks", section 4.2. The paper's square is grey and its
// size unstated; here size, stride and fill are arguments, and a fill of 0 is the mean after mean subtraction.
using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>What the network says with each place covered.</summary>
/// <param name="Probability">Probability of the class, by position of the square <c>[rows, columns]</c>.</param>
/// <param name="Predicted">The most probable class at each position.</param>
/// <param name="Activation">Sum of the watched feature map, or null where none was watched.</param>
public sealed record OcclusionMap(double[,] Probability, long[,] Predicted, double[,]? Activation);

/// <summary>Slides a square over a picture.</summary>
public static class Occlusion
{
    /// <summary>Covers every position in turn.</summary>
    /// <param name="network">The network; it is put into evaluation mode.</param>
    /// <param name="picture">One picture, <c>[1, C, H, W]</c>.</param>
    /// <param name="label">The class to watch.</param>
    /// <param name="size">Side of the square in pixels.</param>
    /// <param name="stride">Step of the square in pixels.</param>
    /// <param name="fill">Value of the square.</param>
    /// <param name="map">A feature map to watch as well, by layer name and channel.</param>
    /// <param name="batch">Covered pictures that the network sees at once.</param>
    public static OcclusionMap Of(
        Module<Tensor, Tensor> network, Tensor picture, long label, long size, long stride, double fill = 0,
        (string Layer, long Channel)? map = null, int batch = 32)
    {
        var window = new Window(size, stride);
        var (rows, columns) = (window.Outputs(picture.shape[2]), window.Outputs(picture.shape[3]));
        if (rows < 1 || columns < 1)
            throw new ArgumentException($"A square of {size} pixels does not fit a picture of {picture.shape[2]}x{picture.shape[3]}.");

        var probability = new double[rows, columns];
        var predicted = new long[rows, columns];
        var activation = map is null ? null : new double[rows, columns];
        float[]? sums = null;
        var hook = map is { } watched
            ? network.Layer(watched.Layer).register_forward_hook((_, _, output) =>
            {
                sums = output.select(1, watched.Channel).sum([1, 2]).data<float>().ToArray();
                return output;
            })
            : null;
        try
        {
            network.eval();
            using var _ = no_grad();
            foreach (var positions in Enumerable.Range(0, (int)(rows * columns)).Chunk(batch))
            {
                using var scope = NewDisposeScope();
                var covered = picture.repeat(positions.Length, 1, 1, 1);
                foreach (var (i, position) in positions.Index())
                {
                    var (top, left) = (position / columns * stride, position % columns * stride);
                    covered[i].narrow(1, top, size).narrow(2, left, size).fill_(fill);
                }
                var output = functional.softmax(network.call(covered), 1);
                var of = output.select(1, label).data<float>().ToArray();
                var best = output.argmax(1).data<long>().ToArray();
                foreach (var (i, position) in positions.Index())
                {
                    var (row, column) = (position / columns, position % columns);
                    probability[row, column] = of[i];
                    predicted[row, column] = best[i];
                    if (activation is not null)
                        activation[row, column] = sums![i];
                }
            }
        }
        finally
        {
            hook?.remove();
        }
        return new(probability, predicted, activation);
    }
}
