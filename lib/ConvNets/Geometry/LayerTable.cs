// The layer table of a network: sizes, windows, parameters, multiply-accumulates and receptive field of every step,
// from its module graph, without running it.
using ConvNets.Lessons;
using static TorchSharp.torch.nn;

namespace ConvNets.Geometry;

/// <summary>The steps of a network at one input size, in the order in which they run.</summary>
public sealed class LayerTable : View
{
    private LayerTable(IReadOnlyList<Layer> layers) => Layers = layers;

    /// <summary>All steps; the first one is the input.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>The last step of the main path.</summary>
    public Layer Last => Layers.Last(layer => !layer.Auxiliary);

    /// <summary>Input shape <c>[C, H, W]</c>.</summary>
    public long[] Input => Layers[0].Output;

    /// <summary>Output shape of one sample.</summary>
    public long[] Output => Last.Output;

    /// <summary>Weights, biases, BN gamma and beta of all steps.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>Multiply-accumulates of convolution and linear layers for one sample.</summary>
    public long Macs => Layers.Sum(layer => layer.Macs);

    /// <summary>The depth that papers count: steps with multiply-accumulates on the longest path from the input to the output.</summary>
    public int Depth
    {
        get
        {
            var depths = new int[Layers.Count];
            foreach (var layer in Layers)
                depths[layer.Id] = layer.Inputs.Select(input => depths[input]).DefaultIfEmpty(0).Max() + (layer.Macs > 0 ? 1 : 0);
            return depths[Last.Id];
        }
    }

    /// <summary>Receptive field of the last map, in input pixels.</summary>
    public double ReceptiveField => Last.ReceptiveField;

    /// <summary>Jump (effective stride) of the last map, in input pixels.</summary>
    public double Jump => Last.Jump;

    /// <summary>Whether all paths to the last map are centred on the same pixels.</summary>
    public bool Aligned => Last.Aligned;

    /// <summary>Bytes of all float32 activations of one sample, as training keeps them.</summary>
    public long ActivationBytes => 4 * Layers.Sum(layer => layer.Activations);

    /// <summary>
    /// Bytes of float32 activations of one sample that are alive at once when a step's inputs are freed after their last use.
    /// </summary>
    public long PeakActivationBytes
    {
        get
        {
            var lastUse = new int[Layers.Count];
            foreach (var layer in Layers)
                foreach (var input in layer.Inputs)
                    lastUse[input] = layer.Id;
            long alive = 0, peak = 0;
            foreach (var layer in Layers)
            {
                alive += layer.Activations;
                peak = Math.Max(peak, alive);
                alive -= layer.Inputs.Distinct().Where(input => lastUse[input] == layer.Id).Sum(input => Layers[input].Activations);
            }
            return 4 * peak;
        }
    }

    /// <summary>
    /// The convolution layers whose input already sees the whole picture, so that a larger field brings nothing new:
    /// candidates for removal at this input size (Richter et al., 2021, "Should you go deeper?").
    /// </summary>
    public IEnumerable<Layer> Unproductive => Layers.Where(layer =>
        layer.Kernel is { } kernel && layer.Kind == "Conv2d" && (kernel[0] > 1 || kernel[1] > 1)
        && Layers[layer.Inputs[0]] is var before && before.Vertical.Size >= Input[1] && before.Horizontal.Size >= Input[2]);

    /// <summary>Parameters and multiply-accumulates summed over the steps that share the first part of their names.</summary>
    public IEnumerable<(string Stage, long[] Output, long Parameters, long Macs)> Stages =>
        Layers.Skip(1).GroupBy(layer => layer.Name.Split('.')[0])
            .Select(stage => (stage.Key, stage.Last().Output, stage.Sum(layer => layer.Parameters), stage.Sum(layer => layer.Macs)));

    /// <summary>
    /// The main path by the size of its maps, from the input down: what each resolution costs, and how far its last unit sees.
    /// Steps after flattening or global pooling are the last group.
    /// </summary>
    public IEnumerable<Resolution> Resolutions =>
        from layer in Layers.Skip(1)
        where !layer.Auxiliary
        group layer by layer.Output.Length == 3 && !layer.Global ? (layer.Output[1], layer.Output[2]) : (1, 1) into size
        let windows = size.Where(layer => !layer.Global).ToList()
        select new Resolution(
            size.Key.Item1, size.Key.Item2, size.First().Name, size.Last().Name, size.Count(), size.Last().Output[0],
            size.Sum(layer => layer.Parameters), size.Sum(layer => layer.Macs), windows.Count == 0 ? ReceptiveField : windows.Max(layer => layer.ReceptiveField));

    /// <summary>The graph's edges, from a step to each step that it feeds.</summary>
    public IEnumerable<(Layer From, Layer To)> Edges =>
        from layer in Layers from input in layer.Inputs select (Layers[input], layer);

    /// <inheritdoc/>
    public override string ToHtml() => AsTable().ToHtml();

    /// <inheritdoc/>
    public override string ToText() => AsTable().ToText();

    // Steps between modules (a flattening, an addition) stay in: a reader follows the shapes through them.
    private Table AsTable()
    {
        var table = new Table("layer", "kind", "output", "kernel", "stride", "padding", "parameters", "MACs", "field", "jump", "start")
        {
            Caption = FormattableString.Invariant($"{Parameters:N0} parameters, {Macs:N0} MACs ({2 * Macs:N0} FLOPs) at {Join(Input)}; field, jump and start in input pixels"),
        };
        foreach (var layer in Layers)
        {
            table.Row(layer.Name, layer.Kind, Join(layer.Output), Join(layer.Kernel), Join(layer.Stride), Join(layer.Padding),
                layer.Parameters, layer.Macs, layer.ReceptiveField, layer.Jump, layer.Start);
        }

        return table;
    }

    private static string Join(long[]? sizes) => sizes is null ? "" : string.Join("x", sizes);

    /// <summary>The table of a network for one sample of the given shape.</summary>
    /// <param name="network">A module whose parts are known to the walk, or implement <see cref="ITraceable"/>.</param>
    /// <param name="input">Input shape, <c>[C, H, W]</c> or <c>[features]</c>.</param>
    /// <param name="auxiliary">Also walk the heads that exist for training only.</param>
    /// <exception cref="ShapeException">The network cannot take this input; the exception carries the table up to the layer that refused.</exception>
    public static LayerTable For(Module network, long[] input, bool auxiliary = false) => Trace(network, input, auxiliary).Table;

    /// <summary>Refuses an input of nothing, before a network is built for it.</summary>
    /// <exception cref="ShapeException">A size is below 1.</exception>
    internal static void CheckSize(long[] input)
    {
        if (input.Any(n => n < 1))
        {
            throw new ShapeException($"No network can take an input of {Recorder.Shape(input)}: every size must be 1 or more.", "input", input);
        }
    }

    /// <summary>The table, and the module behind each of its rows; null for an operation between modules.</summary>
    internal static (LayerTable Table, IReadOnlyList<Module?> Modules) Trace(Module network, long[] input, bool auxiliary)
    {
        CheckSize(input);
        var recorder = new Recorder(network, auxiliary);
        try
        {
            recorder.Walk(recorder.Input(input), network);
            return (new(recorder.Layers), recorder.Modules);
        }
        catch (ShapeException refusal)
        {
            throw Explain(refusal, network, input, new(recorder.Layers));
        }
    }

    /// <summary>The least square input that a network takes, or null where none up to <paramref name="limit"/> pixels works.</summary>
    public static long? LeastSize(Module network, long channels, long limit = 1024)
    {
        for (var size = 1L; size <= limit; size++)
            if (Fits(network, [channels, size, size]))
                return size;
        return null;
    }

    private static bool Fits(Module network, long[] input)
    {
        var recorder = new Recorder(network, false);
        try
        {
            recorder.Walk(recorder.Input(input), network);
            return true;
        }
        catch (ShapeException)
        {
            return false;
        }
    }

    // Beyond the least size a network may still refuse some, such as odd ones where two paths round differently.
    private static string Nearest(Module network, long[] input, long least)
    {
        var side = Math.Min(input[1], input[2]);
        if (side < least)
            return "";
        for (var size = side; size <= side + 64; size++)
            if (Fits(network, [input[0], size, size]))
                return $", the next beyond {side}x{side} is {size}x{size}";
        return "";
    }

    private static ShapeException Explain(ShapeException refusal, Module network, long[] input, LayerTable table)
    {
        var least = input.Length == 3 && table.Layers.Count > 1 ? LeastSize(network, input[0]) : null;
        var advice = least is { } size ? $" The least size that works is {size}x{size}{Nearest(network, input, size)}." : "";
        return new(refusal.Message + advice, refusal.Layer, refusal.Input) { Table = table, LeastSize = least };
    }
}
