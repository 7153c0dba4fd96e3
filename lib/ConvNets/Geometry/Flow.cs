// A symbolic tensor: the shape of one sample and the receptive field of its units, moving through a network that never runs.
using static TorchSharp.torch.nn;

namespace ConvNets.Geometry;

/// <summary>
/// What <see cref="ITraceable.Trace"/> passes along instead of a tensor. Every step that a flow takes is recorded as a
/// <see cref="Layer"/>, so that a network leaves its graph behind.
/// </summary>
public sealed class Flow
{
    internal Flow(Recorder recorder, Layer layer) => (Recorder, Source) = (recorder, layer);

    internal Recorder Recorder { get; }

    /// <summary>The recorded step that produced this value.</summary>
    public Layer Source { get; }

    /// <summary>Shape of one sample, <c>[C, H, W]</c> or <c>[features]</c>.</summary>
    public long[] Shape => Source.Output;

    /// <summary>Number of channels, or of features after flattening.</summary>
    public long Channels => Shape[0];

    /// <summary>Whether auxiliary heads are part of this walk.</summary>
    public bool WithAuxiliary => Recorder.Auxiliary;

    /// <summary>Sends the value through modules one after the other; null modules are skipped.</summary>
    public Flow Through(params ReadOnlySpan<Module?> modules)
    {
        var x = this;
        foreach (var module in modules)
            if (module is not null)
                x = Recorder.Walk(x, module);
        return x;
    }

    /// <summary>Sends the value into a head that exists for training only; nothing where the walk leaves such heads out.</summary>
    public void Auxiliary(Module head) => Auxiliary(() => _ = Through(head));

    /// <summary>A walk that is part of training only; nothing where auxiliary heads are left out.</summary>
    public void Auxiliary(Action walk)
    {
        if (WithAuxiliary)
            Recorder.InAuxiliary(walk);
    }

    /// <summary>
    /// Sends the value through a classifier written as convolutions. Where it ends in a single position, its steps count as
    /// fully connected: they see the whole map, and the fields stay those of that map.
    /// </summary>
    public Flow Classify(Module classifier) => Recorder.Classify(this, classifier);

    /// <summary>The element-wise sum of two paths; a side with one row and one column is repeated over the other's map.</summary>
    public static Flow operator +(Flow a, Flow b) => a.Recorder.Join(a, b, "Add");

    /// <summary>The element-wise product of two paths, as a gate multiplies.</summary>
    public static Flow operator *(Flow a, Flow b) => a.Recorder.Join(a, b, "Multiply");

    /// <summary>Paths side by side along the channels.</summary>
    public static Flow Concat(params IReadOnlyList<Flow> paths) => paths[0].Recorder.Concat(paths);

    /// <summary>A parameter-free operation on each value alone, such as a functional ReLU: the shape stays.</summary>
    public Flow Pointwise(string kind) => Recorder.Step(this, kind, Shape);

    /// <summary>The value times a constant, as a scaled residual; nothing where the constant is 1.</summary>
    public Flow Scaled(double factor) => factor == 1 ? this : Recorder.Step(this, "Scale", Shape, factor: factor);

    /// <summary>The value times its probability of survival in use, and times a coin of that probability in training.</summary>
    public Flow Survives(double probability) => Recorder.Step(this, "Survival", Shape, factor: probability);

    /// <summary>A window over each channel, as functional pooling applies it.</summary>
    public Flow Slide(string kind, Window vertical, Window horizontal) => Recorder.Slide(this, null, kind, Channels, vertical, horizontal);

    /// <summary>A square window over each channel; the result may have other channels, as padding with zeros gives.</summary>
    public Flow Slide(string kind, Window window, long? channels = null) => Recorder.Slide(this, null, kind, channels ?? Channels, window, window);

    /// <summary>The mean or the maximum of each channel over its whole map: <c>[C, H, W]</c> to <c>[C, 1, 1]</c>.</summary>
    public Flow Globally(string kind = "GlobalAvgPool") => Recorder.Step(this, kind, [Channels, 1, 1], global: true);

    /// <summary>Other numbers of channels on the same map, as padding with zero channels or the maximum over pieces gives.</summary>
    public Flow WithChannels(string kind, long channels) => Recorder.Step(this, kind, [channels, .. Shape[1..]]);

    /// <summary>All values of a sample in one row: <c>[C, H, W]</c> to <c>[C H W]</c>.</summary>
    public Flow Flatten() => Recorder.Step(this, "Flatten", [Source.Activations], global: true);

    /// <summary>Any other step: its new shape, the module that owns its parameters, and the multiply-accumulates of one sample.</summary>
    public Flow To(string kind, long[] shape, Module? module = null, long macs = 0, bool global = false) =>
        Recorder.Step(this, kind, shape, module, macs, global || Source.Global);

    /// <summary>The exception that a block throws when it cannot take this value.</summary>
    public ShapeException Refuse(string reason) => Recorder.Refuse(this, null, reason);
}
