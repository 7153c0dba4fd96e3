using ConvNets.Architectures;
using ConvNets.Data;
using ConvNets.Training;
using TorchSharp;

namespace Tests.Training;

[Collection(nameof(RandomNumbers))]
public sealed class TrainerTests : FolderTests
{
    private static readonly DataSplit Split = Datasets.Embedded(train: 96, test: 40);
    private static TrainingRecipe Recipe(int epochs = 2) => new()
    {
        Epochs = epochs,
        LearningRate = 0.05,
        Nesterov = true,
        Schedule = Schedule.OneCycle(),
        LabelSmoothing = 0.1,
        ClipNorm = 5,
        AverageDecay = 0.9,
    };

    private (History History, float[] Weights) Fit(
        TrainingRecipe recipe, string? into = null, bool resume = false, long? stopAfter = null, List<string>? messages = null, Dictionary<string, string>? identity = null, bool testEachEpoch = true)
    {
        torch.manual_seed(3);
        using var model = new TinyNet();
        var train = Loaders.Train(Split, 32, seed: 1, augment: true);
        var test = Loaders.Test(Split, 40);
        using var stop = new CancellationTokenSource();
        var trainer = new Trainer(model, recipe, train, test)
        {
            Folder = into,
            TestEachEpoch = testEachEpoch,
            Identity = identity ?? [],
            OnMessage = s => messages?.Add(s),
            OnStep = at =>
            {
                if (at.Step == stopAfter)
                {
                    stop.Cancel();
                }
            },
        };
        History? history = null;
        if (stopAfter is null)
        {
            history = trainer.Fit(resume, stop.Token);
        }
        else
        {
            Assert.Throws<OperationCanceledException>(() => trainer.Fit(resume, stop.Token));
        }

        return (history ?? History.Load(into!), [.. model.state_dict().Values.Where(t => t.is_floating_point()).SelectMany(t => t.data<float>().ToArray())]);
    }

    [Fact]
    public void A_run_that_was_cut_off_within_an_epoch_goes_on_bit_for_bit()
    {
        var whole = Fit(Recipe());
        Fit(Recipe(), Folder, stopAfter: 2);
        var resumed = Fit(Recipe(), Folder, resume: true);
        Assert.Equal(whole.History.Steps, resumed.History.Steps);
        Assert.Equal(whole.Weights, resumed.Weights);
        Assert.Equal(whole.History.Epochs.Select(e => e.TestLoss), resumed.History.Epochs.Select(e => e.TestLoss));
    }

    [Fact]
    public void A_run_that_was_cut_off_at_the_end_of_an_epoch_tests_first_and_keeps_the_epochs_line()
    {
        var recipe = Recipe() with { Schedule = Schedule.Plateau(patience: 0, threshold: 1) };
        var whole = Fit(recipe);
        Fit(recipe, Folder, stopAfter: 3);
        var resumed = Fit(recipe, Folder, resume: true);
        Assert.Equal([1, 2], resumed.History.Epochs.Select(e => e.Epoch));
        Assert.Equal(whole.History.Epochs.Select(e => e.TestLoss), resumed.History.Epochs.Select(e => e.TestLoss));
        Assert.Equal(whole.Weights, resumed.Weights);
    }

    [Fact]
    public void Stopping_within_the_test_of_an_epoch_costs_no_step()
    {
        using var stop = new CancellationTokenSource();
        using var model = new TinyNet();
        model.OnForward = () =>
        {
            if (!model.training)
            {
                stop.Cancel();
            }
        };
        var trainer = new Trainer(model, Recipe(), Loaders.Train(Split, 32), Loaders.Test(Split, 20)) { Folder = Folder };
        Assert.Throws<OperationCanceledException>(() => trainer.Fit(token: stop.Token));
        Assert.Equal(3, History.Load(Folder).Steps.Count);
    }

    [Fact]
    public void A_batch_of_one_picture_without_a_variance_is_refused()
    {
        using var model = torch.nn.Sequential(
            ("conv", torch.nn.Conv2d(3, 4, 3)), ("pool", torch.nn.AdaptiveAvgPool2d(1)), ("bn", torch.nn.BatchNorm2d(4)), ("flat", torch.nn.Flatten()), ("fc", torch.nn.Linear(4, 10)));
        var refusal = Assert.Throws<InvalidOperationException>(() =>
            new Trainer(model, Recipe(), Loaders.Train(Split, 19)).Fit(token: TestContext.Current.CancellationToken));
        Assert.Equal(
            "The batch of step 6 holds one picture, and bn.running_var would be the variance of one value: choose a batch size that leaves no single picture, or leave the last batch out.",
            refusal.Message);
    }

    [Fact]
    public void A_damaged_checkpoint_costs_a_sentence_and_the_steps_since_the_one_before()
    {
        var whole = Fit(Recipe());
        Fit(Recipe(), Folder, stopAfter: 4);
        var newest = new Checkpoint(Folder).Files[0];
        var bytes = File.ReadAllBytes(newest);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(newest, bytes);
        var messages = new List<string>();
        var resumed = Fit(Recipe(), Folder, resume: true, messages: messages);
        Assert.Contains("is damaged", Assert.Single(messages));
        Assert.Equal(whole.Weights, resumed.Weights);
        Assert.Equal(whole.History.Steps, resumed.History.Steps);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-1)]
    public void A_truncated_checkpoint_is_never_loaded(int length)
    {
        var whole = Fit(Recipe());
        Fit(Recipe(), Folder, stopAfter: 1);
        var only = Assert.Single(new Checkpoint(Folder).Files);
        var bytes = File.ReadAllBytes(only);
        File.WriteAllBytes(only, bytes[..(length < 0 ? bytes.Length + length : length)]);
        var messages = new List<string>();
        Assert.Equal(whole.Weights, Fit(Recipe(), Folder, resume: true, messages: messages).Weights);
        Assert.Single(messages);
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_refused()
    {
        Fit(Recipe(), Folder, stopAfter: 1, identity: new() { ["seed"] = "1" });
        var refused = Assert.Throws<CheckpointException>(() => Fit(Recipe(), Folder, resume: true, identity: new() { ["seed"] = "2" }));
        Assert.Contains("seed 1", refused.Message);
        Assert.Contains("seed 2", refused.Message);
    }

    [Fact]
    public void Two_checkpoints_are_kept()
    {
        Fit(Recipe(epochs: 4), Folder);
        Assert.Equal(["checkpoint-000000012.bin", "checkpoint-000000009.bin"], new Checkpoint(Folder).Files.Select(Path.GetFileName));
        Assert.Empty(Directory.GetFiles(Folder, "*.tmp"));
    }

    [Fact]
    public void A_finished_run_resumes_to_itself()
    {
        var done = Fit(Recipe(), Folder);
        var again = Fit(Recipe(), Folder, resume: true);
        Assert.Equal(done.Weights, again.Weights);
        Assert.Equal(6, again.History.Steps.Count);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_and_another_seed_another()
    {
        var first = Fit(Recipe());
        Assert.Equal(first.Weights, Fit(Recipe()).Weights);
        Assert.NotEqual(first.Weights, Fit(Recipe() with { Seed = 2 }).Weights);
    }

    [Fact]
    public void Every_step_and_epoch_is_measured()
    {
        var history = Fit(Recipe()).History;
        Assert.Equal([1, 2, 3, 4, 5, 6], history.Steps.Select(s => s.Step));
        Assert.Equal([1, 1, 1, 2, 2, 2], history.Steps.Select(s => s.Epoch));
        Assert.All(history.Steps, s => Assert.Equal(32, s.Pictures));
        Assert.Equal(2, history.Epochs.Count);
        Assert.All(history.Epochs, e => Assert.InRange(e.TestTop1, 0, 1));
        Assert.Equal(history.Steps.Take(3).Average(s => s.Loss), history.Epochs[0].TrainLoss, 9);
    }

    [Fact]
    public void A_test_after_the_last_epoch_alone_changes_nothing_else()
    {
        var each = Fit(Recipe());
        var last = Fit(Recipe(), testEachEpoch: false);
        Assert.Equal(each.Weights, last.Weights);
        Assert.Equal(each.History.Steps, last.History.Steps);
        Assert.Equal([double.NaN, each.History.FinalTestTop1], last.History.Epochs.Select(e => e.TestTop1));
        Assert.Equal(each.History.FinalTestTop1, last.History.BestTestTop1);
    }

    [Fact]
    public void A_number_of_steps_ends_the_run_within_an_epoch() =>
        Assert.Equal(4, Fit(Recipe() with { MaxSteps = 4 }).History.Steps.Count);

    [Fact]
    public void Progress_tells_the_time_that_is_left_and_the_curve_is_drawn_at_the_end()
    {
        using var model = new TinyNet();
        var train = Loaders.Train(Split, 32, seed: 1, augment: false);
        var seen = new List<TrainingProgress>();
        var curves = 0;
        new Trainer(model, Recipe(), train) { OnStep = seen.Add, OnCurve = _ => curves++, CurveInterval = TimeSpan.FromHours(1) }.Fit(token: TestContext.Current.CancellationToken);
        Assert.Equal(6, seen.Count);
        Assert.Equal(1, seen[^1].Fraction);
        Assert.Equal(TimeSpan.Zero, seen[^1].Left);
        Assert.True(seen[2].Left > TimeSpan.Zero);
        Assert.Equal(1, curves);
    }

    [Fact]
    public void A_loss_that_leaves_the_numbers_ends_training_with_advice()
    {
        var e = Assert.Throws<DivergedException>(() => Fit(Recipe() with { LearningRate = 1e30, ClipNorm = null, Epochs = 5 }));
        Assert.Contains("smaller learning rate", e.Message);
    }

    [Fact]
    public void Clipping_bounds_the_first_step()
    {
        torch.manual_seed(3);
        using var model = new TinyNet();
        var before = model.parameters().Select(p => p.detach().clone()).ToArray();
        var train = Loaders.Train(Split, 32, seed: 1, augment: false);
        new Trainer(model, new TrainingRecipe { Epochs = 1, MaxSteps = 1, LearningRate = 1, WeightDecay = 0, ClipNorm = 1e-3 }, train).Fit(token: TestContext.Current.CancellationToken);
        var moved = model.parameters().Zip(before, (p, b) => (p.detach() - b).pow(2).sum().item<float>()).Sum();
        Assert.InRange(Math.Sqrt(moved), 1e-4, 1.01e-3);
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.Adam)]
    [InlineData(OptimizerKind.AdamW)]
    [InlineData(OptimizerKind.RmsProp)]
    public void Every_optimizer_trains_and_resumes(OptimizerKind kind)
    {
        var recipe = Recipe() with { Optimizer = kind, LearningRate = 1e-3, DecayEverything = false };
        var whole = Fit(recipe);
        Fit(recipe, Folder, stopAfter: 3);
        Assert.Equal(whole.Weights, Fit(recipe, Folder, resume: true).Weights);
    }

    [Fact]
    public void The_recipe_of_Inception_v3_adds_its_epsilon_of_one_behind_the_root()
    {
        var recipe = TrainingRecipe.InceptionV3(11) with { WeightDecay = 0 };
        using var model = torch.nn.Linear(1, 1, hasBias: false);
        using (torch.no_grad())
        {
            model.weight!.fill_(0);
        }

        using var optimizer = recipe.CreateOptimizer(model);
        (model.weight! * 2).sum().backward();
        optimizer.step();

        // PyTorch's form by hand: the mean square is 0.1 * 2^2, the step 0.045 * 2 / (sqrt(0.4) + 1).
        Assert.Equal(-0.0551317, model.weight!.item<float>(), 1e-6);
        Assert.Equal(0.03302568, 0.045 * recipe.Schedule.Factor(new Position(100, 10, 110, new History())), 1e-8);
        Assert.Contains("square decay 0.9, epsilon 1", recipe.ToString());
    }

    [Fact]
    public void Auxiliary_classifiers_learn_along_and_the_history_keeps_the_main_loss()
    {
        torch.manual_seed(1);
        using var model = new GoogLeNet(torchvision: true, classes: 10);
        var head = model.get_parameter("aux2.fc2.weight")!;
        var before = head.data<float>().ToArray();
        var history = new Trainer(model, new TrainingRecipe { MaxSteps = 1 }, Loaders.Train(Split, 8, seed: 1, augment: false)).Fit(token: TestContext.Current.CancellationToken);
        Assert.NotEqual(before, head.data<float>().ToArray());
        Assert.InRange(history.Steps[0].Loss, 1, 4);
    }

    [Fact]
    public void A_model_without_parameters_is_refused() =>
        Assert.Contains("no parameter", Assert.Throws<ArgumentException>(() => new TrainingRecipe().CreateOptimizer(torch.nn.ReLU())).Message);
}
