// `course forward`: a trained net's logits for pictures in a .npy file, to compare with another implementation.

using System.CommandLine;
using ConvNets.Training;
using ConvNets.Weights;
using static TorchSharp.torch;

namespace Course.Verbs;

internal sealed class ForwardVerb : Verb
{
    private readonly Argument<string> id = Known.Architecture();
    private readonly Option<string?> weights = Required("--weights", "F", "Weights by torchvision's names where it has the model: .safetensors, or a PyTorch state dict (.pt, .pth).");
    private readonly Option<string?> input = Required("--input", "X.npy", "Pictures, [N, C, H, W] or [C, H, W], normalised as the net expects them.");
    private readonly Option<string?> output = Required("--output", "Y.npy", "Where the logits go, [N, classes].");
    private readonly Option<int?> classes = Values.Whole("--classes", "N", "Classes of the weights (default: the paper's).");
    private readonly Option<string?> device = DeviceOption.Make();

    public ForwardVerb() : base(
        "forward",
        "Load weights, run pictures through the net in evaluation mode, write the logits.",
        "course forward resnet-50-tv --weights resnet50.pth --input x.npy --output y.npy",
        "course forward resnet-cifar-20 --weights runs/resnet-cifar-20/weights.safetensors --input x.npy --output y.npy")
    {
        Add(id);
        foreach (var option in (Option[])[weights, input, output, classes, device])
        {
            Add(option);
        }
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        DeviceOption.Apply(parsed, device);
        var architecture = Known.Find(parsed.GetRequiredValue(id));
        var source = Place.Existing(parsed.GetValue(input)!, input.Name);
        var file = Place.Existing(parsed.GetValue(weights)!, weights.Name);
        var target = Place.ForFile(parsed.GetValue(output)!, output.Name);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var images = Npy.Read(source);
        if (images.dim() == architecture.Input.Length)
        {
            images = images.unsqueeze(0);
        }

        if (images.dim() != architecture.Input.Length + 1)
        {
            throw new CheckFailedException($"{source} holds an array [{string.Join(", ", images.shape)}]; {architecture.Id} takes [N, {string.Join(", ", architecture.Input)}].");
        }

        using var net = architecture.Create(parsed.GetValue(classes));
        StateDict.Load(net, file);
        Known.Check(architecture, net, images.shape[1..]);
        net.eval();
        using var place = Compute.Lend(net);
        var logits = net.call(images.to(Compute.Device)).cpu();
        Npy.Write(target, logits);
        terminal.Out.WriteLine($"Wrote logits [{string.Join(", ", logits.shape)}] to {target}");
        return Cli.Success;
    }

    private static Option<string?> Required(string name, string help, string description)
    {
        var option = Values.Text(name, help, description);
        option.Required = true;
        return option;
    }
}
