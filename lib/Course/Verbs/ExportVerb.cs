// `course export`: a net and its weights for other tools: safetensors, a PyTorch module with its training script, ONNX.

using System.CommandLine;
using System.Globalization;
using ConvNets.Architectures;
using ConvNets.Export;
using ConvNets.Export.Onnx;
using ConvNets.Export.PyTorch;
using ConvNets.Geometry;
using ConvNets.Training;
using ConvNets.Weights;
using TorchSharp;

namespace Course.Verbs;

internal sealed class ExportVerb : Verb
{
    private const string Formats = "pytorch,onnx";

    private readonly Argument<string> id = Known.Architecture();
    private readonly Option<string?> weights = Values.Text("--weights", "F", "Weights: .safetensors, or a PyTorch state dict (.pt, .pth). Without them, the paper's initialisation.");
    private readonly Option<string?> format = Values.Text("--format", "LIST", $"Of {Formats}, with commas between (default: all).", Formats);
    private readonly Option<string?> output = Values.Text("--out", "DIR", "Folder for the files (default export/ID).");
    private readonly Option<long[]?> input = Values.Size("--input", "Size of the picture; the paper's by default. An ONNX file keeps it.");
    private readonly Option<int?> classes = Values.Whole("--classes", "N", "Classes of the weights (default: the paper's).");
    private readonly Option<int?> seed = Values.Whole("--seed", "N", "Seed of the initialisation where no weights are given (default 1).", least: 0);

    public ExportVerb() : base(
        "export",
        "Write a net and its weights for other tools: safetensors, a PyTorch module with a torchrun training script, ONNX.",
        "course export resnet-50-tv --weights resnet50.pth --out export/resnet-50-tv",
        "course export resnet-cifar-20 --weights runs/resnet-cifar-20/weights.safetensors --format onnx",
        "course export wrn-16-4 --format pytorch --classes 100       # begin on a cluster with the paper's initialisation")
    {
        Add(id);
        foreach (var option in (Option[])[weights, format, output, input, classes, seed])
        {
            Add(option);
        }
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        var architecture = Known.Find(parsed.GetRequiredValue(id));
        var formats = Values.List(format.Name, parsed.GetValue(format)!, Formats.Split(','));
        var shape = parsed.GetValue(input) is { Length: > 0 } given ? given : architecture.Input;
        var file = parsed.GetValue(weights);
        if (file is not null)
        {
            Place.Existing(file, weights.Name);
        }

        var folder = parsed.GetValue(output) ?? Path.Combine("export", architecture.Id);
        Place.ForFolder(folder, output.Name);
        torch.manual_seed(parsed.GetValue(seed) ?? 1);
        using var net = architecture.Create(parsed.GetValue(classes), shape[0]);
        if (file is not null)
        {
            StateDict.Load(net, file);
        }

        net.eval();
        try
        {
            Write(terminal, architecture, net, shape, folder, formats);
            return Cli.Success;
        }
        catch (ShapeException refusal)
        {
            throw Known.Refused(architecture, shape, refusal);
        }
        catch (ExportException refusal)
        {
            throw new CheckFailedException($"{architecture.Id}: {refusal.Message}", refusal);
        }
    }

    private static void Write(Terminal terminal, Architecture architecture, torch.nn.Module<torch.Tensor, torch.Tensor> net, long[] shape, string folder, IReadOnlyList<string> formats)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{architecture.Name}: {architecture.Paper.Authors}, {architecture.Paper.Year}, \"{architecture.Paper.Title}\".");
        var table = LayerTable.For(net, shape);
        string At(string name) => Path.Combine(folder, name);
        void Say(string path, string what) => terminal.Out.WriteLine($"{path}  {what}");

        if (formats.Contains("pytorch"))
        {
            var module = Names.Module(architecture.Id);
            var text = PyTorchModule.Text(net, shape, title, module);
            StateDict.Save(net, At($"{architecture.Id}.safetensors"));
            Say(At($"{architecture.Id}.safetensors"), "weights");
            AtomicFile.Write(At($"{module}.py"), text);
            Say(At($"{module}.py"), "PyTorch module with the same state-dict names");
            if (shape.Length == 3 && table.Output.Length == 1)
            {
                var script = Names.Training(architecture.Id);
                AtomicFile.Write(At($"{script}.py"), PyTorchTraining.Text(architecture, net, shape, table.Output[0], module, script));
                Say(At($"{script}.py"), "training script for torchrun");
            }
        }

        if (formats.Contains("onnx"))
        {
            OnnxModel.Write(net, shape, At($"{architecture.Id}.onnx"), architecture.Id, title);
            Say(At($"{architecture.Id}.onnx"), $"ONNX, operators of opset {OnnxModel.Opset}, input [N, {string.Join(", ", shape)}], evaluation mode");
        }
    }

    private static class Names
    {
        public static string Module(string id) => id.Replace('-', '_');

        public static string Training(string id) => $"train_{Module(id)}";
    }
}
