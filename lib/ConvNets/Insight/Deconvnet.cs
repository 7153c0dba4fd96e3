// The deconvnet: one activation of one feature map, projected down to the pixels that caused it.
// Zeiler and Fergus, 2014, "Visualizing and understanding convolutional networks", section 2.1. Each layer backwards: unpool with the
// switches of the forward pass, ReLU, the same filters transposed. Contrast normalisation is not inverted. Where overlapping pools
// share a switch the value is written, not added.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>Projects activations of a chain of convolutions, ReLUs and max pools back to the picture.</summary>
public static class Deconvnet
{
    /// <summary>
    /// Keeps one activation of a layer, zeroes the rest, and sends it down: <c>[1, C, H, W]</c>, the shape of the picture.
    /// </summary>
    /// <param name="features">A chain of convolutions, ReLUs, max pools and normalisations, such as AlexNet's features.</param>
    /// <param name="picture">One picture, <c>[1, C, H, W]</c>.</param>
    /// <param name="layer">Name of the layer in the chain.</param>
    /// <param name="channel">The feature map.</param>
    /// <param name="position">Row and column of the activation; by default the strongest of the map.</param>
    /// <exception cref="ArgumentException">The chain holds a layer that has no way back, or no layer of this name.</exception>
    public static Tensor Project(Sequential features, Tensor picture, string layer, long channel, (long Row, long Column)? position = null)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var steps = new Stack<Func<Tensor, Tensor>>();
        var x = picture;
        foreach (var (name, module) in features.named_children())
        {
            x = Forward(name, (Module<Tensor, Tensor>)module, x, steps);
            if (name != layer)
                continue;
            var signal = Single(x, channel, position);
            while (steps.TryPop(out var back))
                signal = back(signal);
            return signal.MoveToOuterDisposeScope();
        }
        throw new ArgumentException($"The chain has no layer '{layer}'; its layers are {string.Join(", ", features.named_children().Select(child => child.name))}.");
    }

    /// <summary>A map that is zero but for one activation of one channel.</summary>
    private static Tensor Single(Tensor maps, long channel, (long Row, long Column)? position)
    {
        var width = maps.shape[3];
        var (row, column) = position ?? (maps[0, channel].flatten().argmax().ToInt64() is var best ? (best / width, best % width) : default);
        var signal = zeros_like(maps);
        signal[0, channel, row, column] = maps[0, channel, row, column];
        return signal;
    }

    private static Tensor Forward(string name, Module<Tensor, Tensor> module, Tensor x, Stack<Func<Tensor, Tensor>> steps)
    {
        switch (module)
        {
            case Conv2d conv:
                steps.Push(signal => Transposed(conv, signal, x.shape));
                return conv.call(x);
            case ReLU relu:
                steps.Push(signal => functional.relu(signal));
                return relu.call(x);
            case MaxPool2d pool:
                var (values, switches) = pool.forward_with_indices(x);
                steps.Push(signal => Unpool(signal, switches, x.shape));
                return values;
            case LocalResponseNorm _:
            case Layers.ResponseNormalisation _:
            case Dropout _:
                return module.call(x);
            default:
                throw new ArgumentException($"Layer '{name}' is a {module.GetType().Name}, which a deconvnet has no way back through.");
        }
    }

    /// <summary>Puts each value of a pooled map back at its switch, zeros elsewhere; of two values with one switch the last is kept.</summary>
    /// <param name="pooled">Values, <c>[N, C, h, w]</c>.</param>
    /// <param name="switches">Index of each value in its map of H W units, as <c>MaxPool2d.forward_with_indices</c> gives it.</param>
    /// <param name="shape">Shape before pooling, <c>[N, C, H, W]</c>.</param>
    public static Tensor Unpool(Tensor pooled, Tensor switches, long[] shape)
    {
        using var scope = NewDisposeScope();
        var flat = zeros(shape[0], shape[1], shape[2] * shape[3]);
        flat.scatter_(2, switches.flatten(2), pooled.flatten(2));
        return flat.reshape(shape).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The filters of a convolution, transposed: its padding crops, and output padding restores the size that a stride rounded away.
    /// </summary>
    /// <param name="conv">The convolution.</param>
    /// <param name="signal">Signal on its outputs, <c>[N, C', h, w]</c>.</param>
    /// <param name="shape">Shape of its input, <c>[N, C, H, W]</c>.</param>
    public static Tensor Transposed(Conv2d conv, Tensor signal, long[] shape)
    {
        var (stride, padding, dilation) = (conv.stride, conv.padding ?? [0, 0], conv.dilation);
        long[] missing = [0, 1];
        for (var axis = 0; axis < 2; axis++)
            missing[axis] = shape[2 + axis] - new Geometry.TransposedWindow(
                conv.kernel_size[axis], stride[axis], padding[Math.Min(axis, padding.Length - 1)], 0, dilation[axis]).Outputs(signal.shape[2 + axis]);
        return functional.conv_transpose2d(signal, conv.weight, null, stride, padding, missing, dilation, conv.groups);
    }
}
