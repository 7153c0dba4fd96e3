// The submodules of a network as PyTorch constructors, nested so that every parameter keeps its state-dict name.
using System.Text;
using ConvNets.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Export.PyTorch;

/// <summary>Writes the constructor of the module and remembers how each submodule is reached.</summary>
internal sealed class ModuleTree
{
    private readonly Dictionary<string, string> paths = [];

    public ModuleTree(Module root)
    {
        var text = new StringBuilder();
        foreach (var (name, child) in Stateful(root))
        {
            var attribute = Python.IsAttribute(name);
            paths[name] = attribute ? $"self.{name}" : $"self.get_submodule(\"{name}\")";
            var construction = Construct(child, name, 2);
            text.Append(attribute ? $"        self.{name} = {construction}\n" : $"        self.add_module(\"{name}\", {construction})\n");
        }
        Text = text.ToString();
    }

    /// <summary>The body of <c>__init__</c>.</summary>
    public string Text { get; }

    /// <summary>Names of our own layers that need a class of theirs in the file.</summary>
    public HashSet<string> Needed { get; } = [];

    /// <summary>The Python expression of a submodule, by its state-dict name.</summary>
    /// <exception cref="ExportException">The module has no state-dict name.</exception>
    public string this[string name] => paths.TryGetValue(name, out var path) ? path : throw new ExportException($"Layer '{name}' is no registered part of the network.");

    // Modules without parameters and buffers are written as functions where they run.
    private static List<(string name, Module module)> Stateful(Module module) =>
        [.. module.named_children().Where(child => child.module.named_parameters().Any() || child.module.named_buffers().Any())];

    private string Construct(Module module, string name, int depth)
    {
        switch (module)
        {
            case Conv2d conv:
                return $"nn.Conv2d({conv.in_channels}, {conv.out_channels}, {Python.Of(conv.kernel_size)}{Sliding(conv)}{Bias(conv.bias is null)})";
            case ConvTranspose2d conv:
                return $"nn.ConvTranspose2d({conv.in_channels}, {conv.out_channels}, {Python.Of(conv.kernel_size)}{Sliding(conv)}"
                    + $"{Other("output_padding", conv.output_padding, 0)}{Bias(conv.bias is null)})";
            case Linear linear:
                return $"nn.Linear({linear.in_features}, {linear.out_features}{Bias(linear.bias is null)})";
            case BatchNorm norm:
                return $"nn.{norm.GetType().Name}({norm.num_features}"
                    + (norm.eps == 1e-5 ? "" : $", eps={Python.Of(norm.eps)}")
                    + (norm.momentum == 0.1 ? "" : $", momentum={(norm.momentum is { } momentum ? Python.Of(momentum) : "None")}")
                    + (norm.affine ? "" : ", affine=False") + (norm.track_running_stats ? "" : ", track_running_stats=False") + ")";
            case ResidualLstm lstm:
                Needed.Add(nameof(ResidualLstm));
                return $"ResidualLstm({lstm.Inputs}, {lstm.Cells}, {lstm.Outputs})";
            case LocationBias bias:
                Needed.Add(nameof(LocationBias));
                return $"LocationBias({string.Join(", ", bias.get_parameter("bias")!.shape)})";
        }
        if (!module.named_children().Any() || module.named_parameters(recurse: false).Any())
            throw new ExportException($"Layer '{name}' is a {module.GetType().Name}, for which there is no PyTorch module.");
        return Container(Stateful(module), name, depth);
    }

    private string Container(List<(string name, Module module)> children, string name, int depth)
    {
        var numbered = children.Index().All(child => child.Item.name == $"{child.Index}");
        var named = children.All(child => Python.IsAttribute(child.name));
        var indent = new string(' ', 4 * (depth + 1));
        var lines = new List<string>();
        foreach (var (childName, child) in children)
        {
            var full = $"{name}.{childName}";
            paths[full] = paths[name] + (numbered ? $"[{childName}]" : named ? $".{childName}" : $"[\"{childName}\"]");
            var construction = Construct(child, full, depth + 1);
            lines.Add(indent + (numbered ? construction : named ? $"{childName}={construction}" : $"\"{childName}\": {construction}") + ",\n");
        }
        var (open, close) = numbered ? ("nn.ModuleList([", "])") : named ? ("Group(", ")") : ("nn.ModuleDict({", "})");
        return $"{open}\n{string.Concat(lines)}{new string(' ', 4 * depth)}{close}";
    }

    private static string Sliding(Convolution conv) =>
        Other("stride", conv.stride, 1)
        + (conv.padding_type == Padding.Same ? ", padding=\"same\"" : Other("padding", conv.padding, 0))
        + Other("dilation", conv.dilation, 1) + (conv.groups == 1 ? "" : $", groups={conv.groups}");

    private static string Other(string name, long[]? values, long usual) =>
        values is null || values.All(n => n == usual) ? "" : $", {name}={Python.Of(values)}";

    private static string Bias(bool absent) => absent ? ", bias=False" : "";
}
