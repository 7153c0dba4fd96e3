// The steps of a network in the operators of ONNX. Ceiling pools become explicit padding, because runtimes disagree on the last window;
// adaptive pools become global or windowed ones, or two matrix products where the windows overlap irregularly.
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static ConvNets.Export.Onnx.OnnxGraph;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Export.Onnx;

/// <summary>Adds the nodes of one step after the other to a graph.</summary>
internal sealed class Lowering(OnnxGraph onnx, Module network)
{
    private readonly Dictionary<string, Tensor> state = network.state_dict();

    /// <summary>Adds a step and returns the name of its result.</summary>
    /// <param name="step">The step.</param>
    /// <param name="inputs">Names of its inputs.</param>
    /// <param name="shape">Shape of the first input's sample.</param>
    public string Lower(TracedStep step, string[] inputs, long[] shape)
    {
        var (layer, x) = (step.Layer, inputs[0]);
        switch (step.Module)
        {
            case Conv2d conv:
                return onnx.Node("Conv", layer.Name, Weights(x, layer.Name),
                    [.. Window(layer), Attribute("dilations", conv.dilation), Attribute("group", conv.groups)]);
            case ConvTranspose2d conv:
                return onnx.Node("ConvTranspose", layer.Name, Weights(x, layer.Name),
                    [.. Window(layer), Attribute("dilations", conv.dilation), Attribute("group", conv.groups), Attribute("output_padding", conv.output_padding ?? [0, 0])]);
            case Linear linear:
                return Multiply(linear, layer, x, shape);
            case BatchNorm norm:
                return onnx.Node("BatchNormalization", layer.Name,
                    [x, .. new[] { "weight", "bias", "running_mean", "running_var" }.Select(part => Weight($"{layer.Name}.{part}"))], Attribute("epsilon", norm.eps));
            case MaxPool2d pool:
                var (begin, end, _) = Padding(layer, shape);
                return onnx.Node("MaxPool", layer.Name, [x], Attribute("kernel_shape", layer.Kernel!), Attribute("strides", layer.Stride!),
                    Attribute("pads", [.. begin, .. end]), Attribute("dilations", pool.dilation is [_, ..] d ? [d[0], d[^1]] : [1, 1]));
            case AvgPool2d pool:
                return Average(layer, x, shape, pool.count_include_pad);
            case AdaptiveAvgPool2d _:
                return Adapt(layer, x, shape);
            case AdaptiveMaxPool2d _ when layer.Output[1..].All(n => n == 1):
                return onnx.Node("GlobalMaxPool", layer.Name, [x]);
            case LocalResponseNorm norm:
                return Normalise(layer.Name, x, norm.size, norm.alpha, norm.beta, norm.k);
            case ResponseNormalisation norm:
                return Normalise(layer.Name, x, norm.Size, norm.Alpha * norm.Size, norm.Beta, norm.K);
            case TorchSharp.Modules.Dropout or TorchSharp.Modules.Dropout2d:
                return x;
            case LeakyReLU leaky:
                return onnx.Node("LeakyRelu", layer.Name, [x], Attribute("alpha", leaky.negative_slope));
            case Softmax softmax:
                return onnx.Node("Softmax", layer.Name, [x], Attribute("axis", softmax.dim));
            case LogSoftmax softmax:
                return onnx.Node("LogSoftmax", layer.Name, [x], Attribute("axis", softmax.dim));
            case OriginalDropout dropout:
                return Scale(layer.Name, x, dropout.Keep);
            case Maxout maxout:
                var pieces = Reshape(layer.Name, x, [0, layer.Output[0], maxout.Pieces, -1]);
                return Reshape(layer.Name, onnx.Node("ReduceMax", layer.Name, [pieces], Attribute("axes", [2L]), Attribute("keepdims", 0)), [0, .. layer.Output]);
            case ZeroPadShortcut shortcut:
                var small = shortcut.Stride == 1 ? x : Average(layer, x, shape, includePadding: true);
                return onnx.Node("Pad", layer.Name, [small, onnx.Constant($"{layer.Name}.pads", 0, 0, 0, 0, 0, shortcut.OutChannels - shape[0], 0, 0)]);
            case LocationBias:
                return onnx.Node("Add", layer.Name, [x, Weight($"{layer.Name}.bias")]);
            case ResidualLstm lstm:
                return new LstmScan(onnx, Weight).Lower(lstm, layer.Name, x);
        }
        return layer.Kind switch
        {
            "Identity" => x,
            "ReLU" => onnx.Node("Relu", layer.Name, [x]),
            "Sigmoid" or "Tanh" => onnx.Node(layer.Kind, layer.Name, [x]),
            "Flatten" => onnx.Node("Flatten", layer.Name, [x], Attribute("axis", 1)),
            "Add" => onnx.Node("Add", layer.Name, inputs),
            "Multiply" => onnx.Node("Mul", layer.Name, inputs),
            "OneMinus" => onnx.Node("Sub", layer.Name, [onnx.Constant($"{layer.Name}.one", [1f]), x]),
            "Concat" => onnx.Node("Concat", layer.Name, inputs, Attribute("axis", 1)),
            "GlobalAvgPool" => onnx.Node("GlobalAveragePool", layer.Name, [x]),
            "Scale" or "Survival" => Scale(layer.Name, x, layer.Factor!.Value),
            _ => throw new ExportException($"Layer '{layer.Name}' is a step of the kind {layer.Kind}, which has no form in ONNX here."),
        };
    }

    private string Weight(string name) => onnx.Weight(name, state[name]);

    private IEnumerable<string> Weights(string x, string layer) =>
        new[] { x }.Concat(new[] { $"{layer}.weight", $"{layer}.bias" }.Where(state.ContainsKey).Select(Weight));

    private string Multiply(Linear linear, Layer layer, string x, long[] shape)
    {
        if (shape.Length == 1)
            return onnx.Node("Gemm", layer.Name, Weights(x, layer.Name), Attribute("transB", 1));
        var transposed = onnx.Node("Transpose", layer.Name, [Weight($"{layer.Name}.weight")], Attribute("perm", 1L, 0));
        var product = onnx.Node("MatMul", layer.Name, [x, transposed]);
        return linear.bias is null ? product : onnx.Node("Add", layer.Name, [product, Weight($"{layer.Name}.bias")]);
    }

    private string Normalise(string name, string x, long size, double alpha, double beta, double k) => onnx.Node(
        "LRN", name, [x], Attribute("size", size), Attribute("alpha", alpha), Attribute("beta", beta), Attribute("bias", k));

    private string Scale(string name, string x, double factor) => onnx.Node("Mul", name, [x, onnx.Constant($"{name}.factor", [(float)factor])]);

    private string Reshape(string name, string x, long[] shape) => onnx.Node("Reshape", name, [x, onnx.Constant($"{name}.shape", shape)]);

    private static ProtoMessage[] Window(Layer layer)
    {
        var (begin, end) = Sides(layer);
        return [Attribute("kernel_shape", layer.Kernel!), Attribute("strides", layer.Stride!), Attribute("pads", [.. begin, .. end])];
    }

    /// <summary>Padding above and left, and below and right.</summary>
    private static (long[] Begin, long[] End) Sides(Layer layer) => layer.Padding is [var top, var bottom, var left, var right]
        ? ([top, left], [bottom, right])
        : (layer.Padding!, layer.Padding!);

    /// <summary>Padding, and how far the last window hangs over it where the number of windows was rounded up.</summary>
    private static (long[] Begin, long[] End, bool Overhang) Padding(Layer layer, long[] shape)
    {
        var (begin, end) = Sides(layer);
        long[] needed = [.. Enumerable.Range(0, 2).Select(axis =>
            Math.Max(end[axis], (layer.Output[1 + axis] - 1) * layer.Stride![axis] + layer.Kernel![axis] - shape[1 + axis] - begin[axis]))];
        return (begin, needed, !needed.SequenceEqual(end));
    }

    // PyTorch's divisor counts explicit padding and never the overhang; ONNX counts all padding or none.
    private string Average(Layer layer, string x, long[] shape, bool includePadding)
    {
        var (begin, end, overhang) = Padding(layer, shape);
        if (overhang && includePadding && begin.Any(n => n > 0))
        {
            var (_, own) = Sides(layer);
            x = onnx.Node("Pad", layer.Name, [x, onnx.Constant($"{layer.Name}.pads", 0, 0, begin[0], begin[1], 0, 0, own[0], own[1])]);
            (begin, end, includePadding) = ([0, 0], [end[0] - own[0], end[1] - own[1]], false);
        }
        return onnx.Node("AveragePool", layer.Name, [x], Attribute("kernel_shape", layer.Kernel!), Attribute("strides", layer.Stride!),
            Attribute("pads", [.. begin, .. end]), Attribute("count_include_pad", includePadding && !overhang ? 1 : 0));
    }

    private string Adapt(Layer layer, string x, long[] shape)
    {
        var (height, width) = (layer.Output[1], layer.Output[2]);
        if ((height, width) == (1, 1))
            return onnx.Node("GlobalAveragePool", layer.Name, [x]);
        if ((height, width) == (shape[1], shape[2]))
            return x;
        if (shape[1] % height == 0 && shape[2] % width == 0)
        {
            long[] window = [shape[1] / height, shape[2] / width];
            return onnx.Node("AveragePool", layer.Name, [x], Attribute("kernel_shape", window), Attribute("strides", window));
        }
        x = onnx.Node("MatMul", layer.Name, [x, onnx.Constant($"{layer.Name}.columns", Averages(width, shape[2]), shape[2], width)]);
        x = onnx.Node("Transpose", layer.Name, [x], Attribute("perm", 0L, 1, 3, 2));
        x = onnx.Node("MatMul", layer.Name, [x, onnx.Constant($"{layer.Name}.rows", Averages(height, shape[1]), shape[1], height)]);
        return onnx.Node("Transpose", layer.Name, [x], Attribute("perm", 0L, 1, 3, 2));
    }

    /// <summary>Column i averages the inputs of output i: from floor(i n / m) to ceil((i + 1) n / m) for n inputs and m outputs.</summary>
    private static float[] Averages(long outputs, long inputs)
    {
        var matrix = new float[outputs * inputs];
        for (var i = 0L; i < outputs; i++)
        {
            var (start, end) = (i * inputs / outputs, ((i + 1) * inputs + outputs - 1) / outputs);
            for (var input = start; input < end; input++)
                matrix[input * outputs + i] = 1f / (end - start);
        }
        return matrix;
    }
}
