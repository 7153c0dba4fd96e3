// The forward pass as straight-line Python: one statement for each step, few variables, shapes beside the lines that change them.
using System.Text;
using ConvNets.Blocks;
using ConvNets.Layers;
using TorchSharp.Modules;

namespace ConvNets.Export.PyTorch;

/// <summary>Writes the body of <c>forward</c>.</summary>
internal sealed class ForwardText
{
    private static readonly string[] Names = ["x", "y", "z", "u", "v", "w"];

    private readonly TracedGraph graph;
    private readonly ModuleTree tree;
    private readonly int[] lastUse;
    private readonly Dictionary<int, string> variables = [];
    private readonly HashSet<string> free = [];
    private readonly StringBuilder text = new();
    private int invented;

    public ForwardText(TracedGraph graph, ModuleTree tree)
    {
        this.graph = graph;
        this.tree = tree;
        lastUse = new int[graph.Steps.Count];
        foreach (var step in graph.Steps)
            foreach (var input in step.Layer.Inputs)
                lastUse[input] = step.Layer.Id;
        foreach (var output in graph.AuxiliaryOutputs.Append(graph.Table.Last.Id))
            lastUse[output] = int.MaxValue;
        variables[0] = "x";
        var inside = false;
        foreach (var step in graph.Steps.Skip(1))
        {
            if (step.Layer.Auxiliary && !inside)
                text.Append("        if self.training:\n");
            inside = step.Layer.Auxiliary;
            Write(step, inside ? 12 : 8);
        }
        var main = variables[graph.Table.Last.Id];
        text.Append(graph.AuxiliaryOutputs.Count == 0
            ? $"        return {main}\n"
            : $"        if self.training:\n            return {main}, [{string.Join(", ", graph.AuxiliaryOutputs.Select(id => variables[id]))}]\n        return {main}\n");
    }

    /// <summary>Names of the functions that the file must define.</summary>
    public HashSet<string> Needed { get; } = [];

    public override string ToString() => text.ToString();

    private void Write(TracedStep step, int indent)
    {
        var layer = step.Layer;
        var inputs = layer.Inputs.Select(input => variables[input]).ToArray();
        var value = Expression(step, inputs);
        // A name is free again after the last use of its value; values made before an auxiliary block live on through it.
        var ended = layer.Inputs.Distinct().Where(input => lastUse[input] == layer.Id && graph.Steps[input].Layer.Auxiliary == layer.Auxiliary)
            .Select(input => variables[input]).Distinct().ToList();
        var target = (layer.Inputs.Count > 1 ? ended.OrderBy(Order).FirstOrDefault() : ended.FirstOrDefault()) ?? Fresh(layer.Auxiliary);
        foreach (var name in ended)
            free.Add(name);
        free.Remove(target);
        variables[layer.Id] = target;
        if (value == target)
            return;
        var before = graph.Steps[layer.Inputs[0]].Layer.Output;
        var note = layer.Output.SequenceEqual(before) ? "" : $"  # {string.Join(" x ", layer.Output)}";
        text.Append($"{new string(' ', indent)}{target} = {value}{note}\n");
    }

    private string Fresh(bool auxiliary)
    {
        if (auxiliary)
            return $"aux{++invented}";
        if (free.OrderBy(Order).FirstOrDefault(name => !name.StartsWith("aux", StringComparison.Ordinal)) is { } known)
            return known;
        var used = variables.Values.Concat(free).ToHashSet();
        return Names.FirstOrDefault(name => !used.Contains(name)) ?? $"t{++invented}";
    }

    // Paths that meet go on under the first name, so that the main path is x.
    private static (int, string) Order(string name) => Array.IndexOf(Names, name) is >= 0 and var place ? (place, "") : (Names.Length, name);

    private string Expression(TracedStep step, string[] inputs)
    {
        var (layer, x) = (step.Layer, inputs[0]);
        switch (step.Module)
        {
            case Conv2d or ConvTranspose2d or Linear or BatchNorm or ResidualLstm or LocationBias:
                return $"{tree[layer.Name]}({x})";
            case MaxPool2d pool:
                return $"F.max_pool2d({x}, {Window(layer)}{(pool.dilation is { } d && d.Any(n => n != 1) ? $", dilation={Python.Of(d)}" : "")}{Ceil(pool.ceil_mode)})";
            case AvgPool2d pool:
                return $"F.avg_pool2d({x}, {Window(layer)}{Ceil(pool.ceil_mode)}{(pool.count_include_pad ? "" : ", count_include_pad=False")})";
            case AdaptiveAvgPool2d pool:
                return $"F.adaptive_avg_pool2d({x}, {Python.Of(pool.output_size)})";
            case AdaptiveMaxPool2d pool:
                return $"F.adaptive_max_pool2d({x}, {Python.Of(pool.output_size)})";
            case Dropout dropout:
                return $"F.dropout({x}, {Python.Of(dropout.p)}, self.training)";
            case Dropout2d dropout:
                return $"F.dropout2d({x}, {Python.Of(dropout.p)}, self.training)";
            case LeakyReLU leaky:
                return $"F.leaky_relu({x}, {Python.Of(leaky.negative_slope)})";
            case Softmax softmax:
                return $"F.softmax({x}, {softmax.dim})";
            case LogSoftmax softmax:
                return $"F.log_softmax({x}, {softmax.dim})";
            case LocalResponseNorm norm:
                return $"F.local_response_norm({x}, {norm.size}, {Python.Of(norm.alpha)}, {Python.Of(norm.beta)}, {Python.Of(norm.k)})";
            case ResponseNormalisation norm:
                return $"F.local_response_norm({x}, {norm.Size}, {Python.Of(norm.Alpha * norm.Size)}, {Python.Of(norm.Beta)}, {Python.Of(norm.K)})";
            case Maxout maxout:
                Needed.Add("maxout");
                return $"maxout({x}, {maxout.Pieces})";
            case ZeroPadShortcut shortcut:
                Needed.Add("zero_pad_shortcut");
                return $"zero_pad_shortcut({x}, {shortcut.OutChannels}, {shortcut.Window}, {shortcut.Stride})";
            case OriginalDropout dropout:
                Needed.Add("original_dropout");
                return $"original_dropout({x}, {Python.Of(dropout.Keep)}, self.training)";
        }
        switch (layer.Kind)
        {
            case "Identity": return x;
            case "ReLU": return $"F.relu({x})";
            case "Sigmoid": return $"torch.sigmoid({x})";
            case "Tanh": return $"torch.tanh({x})";
            case "Flatten": return $"torch.flatten({x}, 1)";
            case "Add": return string.Join(" + ", inputs);
            case "Multiply": return string.Join(" * ", inputs);
            case "OneMinus": return $"1 - {x}";
            case "Concat": return $"torch.cat(({string.Join(", ", inputs)}), 1)";
            case "GlobalAvgPool": return $"F.adaptive_avg_pool2d({x}, 1)";
            case "Scale": return $"{x} * {Python.Of(layer.Factor!.Value)}";
            case "Survival":
                Needed.Add("survive");
                return $"survive({x}, {Python.Of(layer.Factor!.Value)}, self.training)";
        }
        throw new ExportException($"Layer '{layer.Name}' is a step of the kind {layer.Kind}, which has no form in PyTorch here.");
    }

    private static string Window(Geometry.Layer layer) =>
        Python.Of(layer.Kernel!) + $", {Python.Of(layer.Stride!)}" + (layer.Padding!.All(n => n == 0) ? "" : $", {Python.Of(layer.Padding!)}");

    private static string Ceil(bool ceil) => ceil ? ", ceil_mode=True" : "";
}
