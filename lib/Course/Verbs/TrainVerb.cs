// `course train`: trains one architecture with progress, checkpoints and history.

using System.CommandLine;
using System.Globalization;
using ConvNets.Training;
using ConvNets.Weights;
using TorchSharp;

namespace Course.Verbs;

internal sealed class TrainVerb : Verb
{
    private readonly Argument<string> id = Known.Architecture();
    private readonly Option<string?> data = Values.Text("--data", "NAME|DIR", "A data set's name, or a folder that holds one; embedded is generated.", "embedded");
    private readonly Option<string?> weights = Values.Text("--weights", "F", "Begin with these weights: .safetensors, or a PyTorch state dict (.pt, .pth). Without them, the paper's initialisation.");
    private readonly Option<int?> epochs = Values.Whole("--epochs", "N", "Passes over the training pictures (default 10).");
    private readonly Option<int?> batch = Values.Whole("--batch", "N", "Pictures in a step (default 128).");
    private readonly Option<double?> lr = Values.Number("--lr", "X", "Base learning rate (default 0.1 for sgd, 0.001 for the others).");
    private readonly Option<string> optimizer = Values.Choice("--optimizer", "Which optimizer.", "sgd", "sgd", "adam", "adamw", "rmsprop");
    private readonly Option<string> schedule = Values.Choice("--schedule", "How the learning rate goes: step divides by 10 at one half and three quarters.", "onecycle", "onecycle", "cosine", "step", "plateau", "constant");
    private readonly Option<double?> decay = Values.Number("--weight-decay", "X", "Weight decay (default 5e-4).");
    private readonly Option<double?> smoothing = Values.Number("--label-smoothing", "X", "Share of the target that is spread over all classes (default 0).", most: 1);
    private readonly Option<double?> clip = Values.Number("--clip", "X", "Largest gradient norm (default: no clipping).", above: 0);
    private readonly Option<double?> average = Values.Number("--average", "X", "Decay of a running average of the weights that is tested instead of them, for example 0.99.", below: 1);
    private readonly Option<bool> plain = Values.Flag("--no-augment", "Show the pictures as they are, without crops and flips.");
    private readonly Option<int?> seed = Values.Whole("--seed", "N", "Seed of weights, order, augmentation and dropout (default 1).", least: 0);
    private readonly Option<int?> limit = Values.Whole("--limit", "N", "Use at most N training pictures.");
    private readonly Option<int?> testLimit = Values.Whole("--test-limit", "N", "Use at most N test pictures.");
    private readonly Option<int?> steps = Values.Whole("--steps", "N", "End after N steps, also within an epoch.");
    private readonly Option<int?> size = Values.Whole("--size", "N", "Side of the pictures in pixels: embedded ones are made so (default 32), others resized and cropped.", least: 8, most: 512);
    private readonly Option<bool> skip = Values.Flag("--skip", "Leave out pictures that cannot be read, and say how many.");
    private readonly Option<bool> resume = Values.Flag("--resume", "Go on from the last checkpoint in --out, where there is one.");
    private readonly Option<string?> output = Values.Text("--out", "DIR", "Folder of checkpoints, history and weights (default runs/ID).");
    private readonly Option<int?> threads = Values.Threads();
    private readonly Option<string?> device = DeviceOption.Make();

    public TrainVerb() : base(
        "train",
        "Train an architecture: progress, checkpoints that survive a kill, history as CSV and plot.",
        "course train resnet-cifar-20                                  # embedded data, 10 epochs",
        "course train resnet-cifar-20 --data cifar-10-batches-bin      # a folder of CIFAR-10 binary files",
        "course train resnet-cifar-20 --epochs 30 --resume             # goes on where a run was cut off",
        "course train resnet-cifar-20 --weights weights.pth            # goes on from what a cluster trained",
        "course train resnet-cifar-56 --device cuda                    # on a GPU, in a build with -p:Torch=cuda",
        "course train vgg-a-bn --lr 0.05 --batch 64 --limit 5000 --out runs/vgg")
    {
        foreach (var option in (Option[])[data, weights, epochs, batch, lr, optimizer, schedule, decay, smoothing, clip, average, plain, seed, limit, testLimit, steps, size, skip, resume, output, threads, device])
        {
            Add(option);
        }

        Arguments.Add(id);
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        DeviceOption.Apply(parsed, device);
        var architecture = Known.Find(parsed.GetRequiredValue(id));
        var begin = parsed.GetValue(weights) is { } file ? Place.Existing(file, weights.Name) : null;
        var folder = parsed.GetValue(output) ?? Path.Combine("runs", architecture.Id);
        Place.ForFolder(folder, output.Name);
        var goOn = parsed.GetValue(resume);
        if (!goOn && new Checkpoint(folder).Files.Count > 0)
        {
            throw new UsageException($"{folder} already holds a training run; add --resume to go on with it, or choose another folder with --out.");
        }

        if (parsed.GetValue(threads) is { } count)
        {
            torch.set_num_threads(count);
        }

        var first = parsed.GetValue(seed) ?? 1;
        var split = DataSource.Open(parsed.GetValue(data), parsed.GetValue(limit), parsed.GetValue(testLimit), parsed.GetValue(size), parsed.GetValue(skip), terminal.Error.WriteLine);
        var shape = split.Train.Shape!.Value;
        var batchSize = parsed.GetValue(batch) ?? 128;
        var train = Loaders.Train(split, batchSize, first, augment: !parsed.GetValue(plain));
        var test = Loaders.Test(split, batchSize);
        torch.manual_seed(first);
        using var model = architecture.Create(split.Classes.Count, shape.Channels);
        Known.Check(architecture, model, [shape.Channels, shape.Height, shape.Width]);
        if (begin is not null)
        {
            StateDict.Load(model, begin);
        }

        var recipe = Recipe(parsed, first);
        using var held = Place.Hold(folder, output.Name);
        terminal.Out.WriteLine($"{architecture.Id} on {split.Name}: {Json.Thousands(split.Train.Count)} training and {Json.Thousands(split.Test.Count)} test pictures {shape.Channels}x{shape.Height}x{shape.Width}, {split.Classes.Count} classes, {Json.Thousands(model.parameters().Sum(p => p.numel()))} parameters");
        terminal.Out.WriteLine($"{recipe}, batch {batchSize}");
        using var screen = new TrainingScreen(terminal);
        var trainer = new Trainer(model, recipe, train, test)
        {
            Folder = folder,
            Name = architecture.Id,
            Identity = new Dictionary<string, string>
            {
                ["architecture"] = architecture.Id,
                ["data"] = $"{split.Name} of {split.Train.Count.ToString(CultureInfo.InvariantCulture)} pictures",
                ["picture size"] = $"{shape.Channels}x{shape.Height}x{shape.Width}",
                ["batch size"] = batchSize.ToString(CultureInfo.InvariantCulture),
                ["seed"] = first.ToString(CultureInfo.InvariantCulture),
                ["optimizer"] = parsed.GetValue(optimizer)!,
            },
            OnStep = screen.Step,
            OnEpoch = screen.Epoch,
            OnMessage = terminal.Error.WriteLine,
        };
        var history = Train(trainer, goOn, token);
        screen.Dispose();
        var result = Evaluate.On(model, test, token);
        TrainingOutput.Write(folder, architecture.Id, history, result, model);
        terminal.Out.WriteLine($"Test: {result}");
        terminal.Out.WriteLine($"Written to {folder}: {string.Join(", ", TrainingOutput.Files)}");
        return double.IsFinite(result.Loss)
            ? Cli.Success
            : throw new CheckFailedException("The test loss is no longer a number: the last steps were too large; train into another folder with a smaller --lr, or with --clip.");
    }

    private static History Train(Trainer trainer, bool goOn, CancellationToken token)
    {
        try
        {
            return trainer.Fit(goOn, token);
        }
        catch (BatchTooLargeException refusal)
        {
            throw new CheckFailedException(refusal.Message, refusal);
        }
    }

    private TrainingRecipe Recipe(ParseResult parsed, int seed)
    {
        var kind = Enum.Parse<OptimizerKind>(parsed.GetValue(optimizer)!, ignoreCase: true);
        var length = parsed.GetValue(epochs) ?? 10;
        return new TrainingRecipe
        {
            Epochs = length,
            MaxSteps = parsed.GetValue(steps),
            Optimizer = kind,
            LearningRate = parsed.GetValue(lr) ?? (kind == OptimizerKind.Sgd ? 0.1 : 1e-3),
            Nesterov = kind == OptimizerKind.Sgd,
            WeightDecay = parsed.GetValue(decay) ?? 5e-4,
            Schedule = parsed.GetValue(schedule) switch
            {
                "cosine" => Schedule.Cosine(),
                "step" => Schedule.Step([length / 2.0, length * 0.75]),
                "plateau" => Schedule.Plateau(),
                "constant" => Schedule.Constant,
                _ => Schedule.OneCycle(),
            },
            LabelSmoothing = parsed.GetValue(smoothing) ?? 0,
            ClipNorm = parsed.GetValue(clip),
            AverageDecay = parsed.GetValue(average),
            Seed = seed,
        };
    }
}
