// What the symbolic walk knows about TorchSharp's own layers: shape, window, cost and receptive field of each.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Geometry;

/// <summary>The rules of the library's leaf modules.</summary>
internal static class Walker
{
    private static readonly HashSet<Type> Unchanging =
    [
        typeof(ReLU), typeof(LeakyReLU), typeof(Sigmoid), typeof(Tanh), typeof(Softmax), typeof(LogSoftmax),
        typeof(LocalResponseNorm), typeof(Dropout), typeof(Dropout2d), typeof(Identity),
    ];

    public static Flow Walk(Recorder recorder, Flow x, Module module) => module switch
    {
        Sequential sequential => sequential.named_children().Aggregate(x, (flow, child) => recorder.Walk(flow, child.module)),
        Conv2d conv => Convolve(recorder, x, conv),
        ConvTranspose2d conv => ConvolveTransposed(recorder, x, conv),
        Linear linear => Multiply(recorder, x, linear),
        MaxPool2d pool => recorder.Slide(x, pool, "MaxPool2d", x.Channels,
            Axis(pool.kernel_size, pool.stride, pool.padding, pool.dilation, pool.ceil_mode, 0),
            Axis(pool.kernel_size, pool.stride, pool.padding, pool.dilation, pool.ceil_mode, 1)),
        AvgPool2d pool => recorder.Slide(x, pool, "AvgPool2d", x.Channels,
            Axis(pool.kernel_size, pool.stride, pool.padding, null, pool.ceil_mode, 0),
            Axis(pool.kernel_size, pool.stride, pool.padding, null, pool.ceil_mode, 1)),
        AdaptiveAvgPool2d pool => Adapt(recorder, x, pool, "AdaptiveAvgPool2d", pool.output_size),
        AdaptiveMaxPool2d pool => Adapt(recorder, x, pool, "AdaptiveMaxPool2d", pool.output_size),
        BatchNorm2d norm => Channelwise(recorder, x, norm, "BatchNorm2d", norm.num_features),
        BatchNorm1d norm => Channelwise(recorder, x, norm, "BatchNorm1d", norm.num_features),
        Flatten flatten => Flatten(recorder, x, flatten),
        _ when Unchanging.Contains(module.GetType()) => recorder.Step(x, module.GetType().Name, x.Shape, module),
        _ => throw recorder.Refuse(x, module.GetType().Name,
            "the layer table does not know this kind of module; give its class the interface ITraceable"),
    };

    private static Flow Convolve(Recorder recorder, Flow x, Conv2d conv)
    {
        recorder.RequireMap(x, "Conv2d");
        if (x.Channels != conv.in_channels)
            throw recorder.Refuse(x, "Conv2d", $"it was built for {conv.in_channels} channels");
        Window Across(int axis) => conv.padding_type == Padding.Same
            ? Window.Same(x.Shape[1 + axis], conv.kernel_size[axis], conv.stride[axis], conv.dilation[axis])
            : Axis(conv.kernel_size, conv.stride, conv.padding, conv.dilation, false, axis);
        var macs = conv.out_channels * (conv.in_channels / conv.groups) * conv.kernel_size[0] * conv.kernel_size[1];
        return recorder.Slide(x, conv, "Conv2d", conv.out_channels, Across(0), Across(1), macs);
    }

    private static Flow ConvolveTransposed(Recorder recorder, Flow x, ConvTranspose2d conv)
    {
        recorder.RequireMap(x, "ConvTranspose2d");
        if (x.Channels != conv.in_channels)
            throw recorder.Refuse(x, "ConvTranspose2d", $"it was built for {conv.in_channels} channels");
        TransposedWindow Across(int axis) => new(
            conv.kernel_size[axis], conv.stride[axis], At(conv.padding, axis, 0), At(conv.output_padding, axis, 0), conv.dilation[axis]);
        var macs = conv.in_channels * (conv.out_channels / conv.groups) * conv.kernel_size[0] * conv.kernel_size[1];
        return recorder.Slide(x, conv, "ConvTranspose2d", conv.out_channels, Across(0), Across(1), macs);
    }

    private static Flow Multiply(Recorder recorder, Flow x, Linear linear)
    {
        if (x.Shape[^1] != linear.in_features)
            throw recorder.Refuse(x, "Linear", $"it was built for {linear.in_features} features");
        var rows = x.Source.Activations / linear.in_features;
        return recorder.Step(x, "Linear", [.. x.Shape[..^1], linear.out_features], linear, rows * linear.in_features * linear.out_features);
    }

    private static Flow Channelwise(Recorder recorder, Flow x, Module norm, string kind, long features) =>
        x.Channels == features
            ? recorder.Step(x, kind, x.Shape, norm)
            : throw recorder.Refuse(x, kind, $"it was built for {features} channels");

    private static Flow Flatten(Recorder recorder, Flow x, Flatten flatten) =>
        flatten is { start_dim: 1, end_dim: -1 }
            ? recorder.Step(x, "Flatten", [x.Source.Activations], flatten, global: true)
            : throw recorder.Refuse(x, "Flatten", "only a flattening of all but the batch dimension is understood");

    private static Flow Adapt(Recorder recorder, Flow x, Module pool, string kind, long[] size)
    {
        recorder.RequireMap(x, kind);
        long[] output = [x.Channels, size[0], At(size, 1, size[0])];
        if (output[1] == 1 && output[2] == 1)
            return recorder.Step(x, kind, output, pool, global: true);
        return recorder.Slide(x, pool, kind, x.Channels, Adapted(x.Shape[1], output[1]), Adapted(x.Shape[2], output[2])) is var flow
            && flow.Shape.SequenceEqual(output)
            ? flow
            : throw recorder.Refuse(x, kind, $"a map of {x.Shape[1]}x{x.Shape[2]} has no regular windows for {output[1]}x{output[2]} outputs");
    }

    private static Window Adapted(long size, long outputs)
    {
        var stride = Math.Max(size / outputs, 1);
        return new(size - (outputs - 1) * stride is > 0 and var kernel ? kernel : 1, stride, 0, Math.Max(outputs - size, 0));
    }

    private static Window Axis(long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceil, int axis) =>
        Window.Padded(At(kernel, axis, 1), At(stride, axis, At(kernel, axis, 1)), At(padding, axis, 0), At(dilation, axis, 1), ceil);

    private static long At(long[]? values, int axis, long absent) =>
        values is null || values.Length == 0 ? absent : values[Math.Min(axis, values.Length - 1)];
}
