// A network as one Python file that needs PyTorch and nothing else: an nn.Module with the same state-dict names, whose forward is
// straight-line code, and a reader of safetensors.
using System.Text;
using ConvNets.Architectures;
using static TorchSharp.torch.nn;

namespace ConvNets.Export.PyTorch;

/// <summary>Writes networks as PyTorch modules.</summary>
public static class PyTorchModule
{
    /// <summary>
    /// The text of the Python file. In evaluation mode its <c>Net</c> gives the same logits; in training mode it also returns the
    /// outputs of auxiliary heads, as <c>(logits, [head, ...])</c>, where the input is large enough for them.
    /// </summary>
    /// <param name="network">A network that the layer table knows.</param>
    /// <param name="input">Input shape of one sample, <c>[C, H, W]</c> or <c>[features]</c>; shapes in comments belong to it.</param>
    /// <param name="title">What it is, for the file's first line.</param>
    /// <param name="file">Name of the file without <c>.py</c>, as it is imported.</param>
    /// <exception cref="Geometry.ShapeException">The network cannot take this input.</exception>
    /// <exception cref="ExportException">A layer has no form in PyTorch.</exception>
    public static string Text(Module network, long[] input, string title, string file)
    {
        var graph = TracedGraph.Of(network, input);
        var tree = new ModuleTree(network);
        var forward = new ForwardText(graph, tree);
        var net = new StringBuilder();
        net.Append($"""
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()

            """).Append(tree.Text).Append("\n    def forward(self, x):\n").Append(forward);
        var outputs = string.Join(", ", graph.Table.Output);
        return Template("module.py")
            .Replace("@title@", title)
            .Replace("@module@", file)
            .Replace("@input@", $"[N, {string.Join(", ", input)}]")
            .Replace("@output@", $"[N, {outputs}]")
            .Replace("@weight@", Python.Of((network as IAuxiliaryClassifiers)?.AuxiliaryWeight ?? 1))
            .Replace("@parts@\n", string.Concat(Parts(tree, forward).Select(part => Template($"{part}.py").TrimEnd() + "\n\n\n")))
            .Replace("@net@", net.ToString().TrimEnd());
    }

    private static IEnumerable<string> Parts(ModuleTree tree, ForwardText forward) =>
        (tree.Text.Contains("Group(", StringComparison.Ordinal) ? ["Group"] : Array.Empty<string>())
            .Concat(tree.Needed.Concat(forward.Needed).Order(StringComparer.Ordinal));

    internal static string Template(string name)
    {
        using var stream = typeof(PyTorchModule).Assembly.GetManifestResourceStream($"ConvNets.Export.{name}")
            ?? throw new InvalidOperationException($"The template {name} is missing from the assembly; rebuild lib/ConvNets.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
