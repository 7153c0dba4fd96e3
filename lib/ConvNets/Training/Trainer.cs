// The trainer: epochs of steps over a batch loader, measured, resumable, with flat memory.
// Everything random in step t is drawn from (seed, t), every picture of an epoch from (seed, epoch, index): a run repeats bit for
// bit, also when it was cut off and resumed.

using System.Diagnostics;
using ConvNets.Architectures;
using ConvNets.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ConvNets.Training;

/// <summary>Trains a classifier by a recipe.</summary>
/// <param name="model">Takes [N, C, H, W], gives logits [N, classes].</param>
/// <param name="recipe">How to train.</param>
/// <param name="train">Training pictures.</param>
/// <param name="test">Pictures to test on, or null.</param>
public sealed class Trainer(nn.Module<Tensor, Tensor> model, TrainingRecipe recipe, BatchLoader train, BatchLoader? test = null)
{
    private readonly Stopwatch clock = new();
    private long firstStep;
    private double recentRate;
    private (double Loss, double Top1) recent;
    private bool? withHeads;

    /// <summary>Loss of logits [N, classes] and labels [N], a scalar; cross-entropy with the recipe's label smoothing by default.</summary>
    public Func<Tensor, Tensor, Tensor>? Criterion { get; init; }

    /// <summary>Called after every step.</summary>
    public Action<TrainingProgress>? OnStep { get; init; }

    /// <summary>Called after every epoch, and its test where there is one.</summary>
    public Action<EpochMetrics>? OnEpoch { get; init; }

    /// <summary>Called with the history so far, at most once per <see cref="CurveInterval"/> and once at the end: for a live learning curve.</summary>
    public Action<History>? OnCurve { get; init; }

    /// <summary>Least time between two calls of <see cref="OnCurve"/>.</summary>
    public TimeSpan CurveInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Receives sentences for the user, such as that a damaged checkpoint is passed over.</summary>
    public Action<string>? OnMessage { get; init; }

    /// <summary>Folder of checkpoints and history; null keeps nothing.</summary>
    public string? Folder { get; init; }

    /// <summary>Least time between two checkpoints within an epoch; one is also written at each epoch's end.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What the run is (architecture, data): a checkpoint of another run is refused.</summary>
    public IReadOnlyDictionary<string, string> Identity { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether every epoch ends with a test, or the last one alone; the others' test figures are NaN then.</summary>
    public bool TestEachEpoch { get; init; } = true;

    /// <summary>Name of the run in legends.</summary>
    public string Name { get; init; } = "";

    /// <summary>The steps of the whole run.</summary>
    public long TotalSteps => Math.Min(recipe.MaxSteps ?? long.MaxValue, (long)recipe.Epochs * train.Count);

    /// <summary>Trains; the model is left in evaluation mode, with the averaged weights where the recipe averages.</summary>
    /// <param name="resume">Goes on from the newest whole checkpoint of <see cref="Folder"/>, where there is one.</param>
    /// <param name="token">Stops after the running step; checkpoint and history are written first.</param>
    /// <exception cref="OperationCanceledException"><paramref name="token"/> was cancelled.</exception>
    /// <exception cref="BatchTooLargeException">A step does not fit into memory.</exception>
    /// <exception cref="DivergedException">The loss is no longer a number.</exception>
    /// <exception cref="InvalidOperationException">A batch of one picture leaves a batch normalisation without a variance.</exception>
    public History Fit(bool resume = false, CancellationToken token = default)
    {
        using var place = Compute.Lend(model);
        using var optimizer = recipe.CreateOptimizer(model);
        using var average = recipe.AverageDecay is { } decay ? new WeightAverage(model, decay) : null;
        var checkpoint = Folder is null ? null : new Checkpoint(Folder);
        var history = new History { Name = Name };
        if (resume && checkpoint is not null)
        {
            history = checkpoint.Load(OnMessage, Name, Identity, model, optimizer, average) ?? history;
        }

        firstStep = history.Steps.Count;
        clock.Restart();
        var lastCurve = TimeSpan.Zero;
        var lastCheckpoint = TimeSpan.Zero;
        if (WasCutOffInTest(history))
        {
            EndEpoch(history.Steps[^1].Epoch, TimeSpan.Zero, 0);
        }

        while (history.Steps.Count < TotalSteps)
        {
            var epoch = (int)(history.Steps.Count / train.Count) + 1;
            var skip = (int)(history.Steps.Count % train.Count);
            var began = clock.Elapsed;
            var trained = 0L;
            model.train();
            foreach (var batch in train.Epoch(epoch, skip: skip))
            {
                using (batch)
                {
                    try
                    {
                        TakeStep(history, optimizer, average, batch, epoch);
                    }
                    catch (Exception e) when (BatchTooLargeException.IsIt(e))
                    {
                        throw BatchTooLargeException.After(e, batch, part => Losses(part.Bring(model)).Total.backward());
                    }
                }

                trained += history.Steps[^1].Pictures;
                Report(history, epoch);
                if (token.IsCancellationRequested)
                {
                    Save();
                    token.ThrowIfCancellationRequested();
                }

                if (OnCurve is not null && clock.Elapsed - lastCurve >= CurveInterval)
                {
                    OnCurve(history);
                    lastCurve = clock.Elapsed;
                }

                if (history.Steps.Count >= TotalSteps)
                {
                    break;
                }

                if (clock.Elapsed - lastCheckpoint >= CheckpointInterval)
                {
                    Save();
                }
            }

            EndEpoch(epoch, began, trained);
        }

        OnCurve?.Invoke(history);
        if (average is not null)
        {
            average.Use();
        }

        model.eval();
        return history;

        void EndEpoch(int epoch, TimeSpan began, long trained)
        {
            try
            {
                FinishEpoch(history, average, epoch, began, trained, token);
            }
            finally
            {
                // A test that is stopped costs no step.
                Save();
            }

            OnEpoch?.Invoke(history.Epochs[^1]);
        }

        void Save()
        {
            checkpoint?.Save(Identity, history, model, optimizer, average);
            if (Folder is not null)
            {
                history.Save(Folder);
            }

            lastCheckpoint = clock.Elapsed;
        }
    }

    private void TakeStep(History history, OptimizerHelper optimizer, WeightAverage? average, Batch batch, int epoch)
    {
        using var scope = NewDisposeScope();
        var step = history.Steps.Count;
        manual_seed(SeedOf(step));
        var factor = recipe.Schedule.Factor(new Position(step, train.Count, TotalSteps, history));
        foreach (var group in optimizer.ParamGroups)
        {
            group.LearningRate = recipe.LearningRate * factor;
        }

        optimizer.zero_grad();
        batch = batch.Bring(model);
        var (logits, main, loss) = Losses(batch);
        var value = main.item<float>();
        if (!float.IsFinite(value))
        {
            throw new DivergedException(step + 1, recipe.LearningRate * factor);
        }

        loss.backward();
        if (recipe.ClipNorm is { } norm)
        {
            nn.utils.clip_grad_norm_(model.parameters(), norm);
        }

        optimizer.step();
        average?.Update(step + 1);
        if (batch.Count == 1)
        {
            RefuseUndefinedVariance(step + 1);
        }

        var right = new Scores(logits, batch.Labels).CountRight();
        history.Add(new StepMetrics(step + 1, epoch, batch.Count, value, (double)right / batch.Count, recipe.LearningRate * factor, factor));
    }

    // Where a map has one pixel and a batch one picture, batch normalisation divides by n - 1 = 0.
    private void RefuseUndefinedVariance(long step)
    {
        foreach (var (name, buffer) in model.named_buffers().Where(b => b.buffer.is_floating_point()))
        {
            using var finite = buffer.isfinite();
            using var all = finite.all();
            if (!all.item<bool>())
            {
                throw new InvalidOperationException(
                    $"The batch of step {step} holds one picture, and {name} would be the variance of one value: choose a batch size that leaves no single picture, or leave the last batch out.");
            }
        }
    }

    // The steps of an epoch are all there, its line is not.
    private bool WasCutOffInTest(History history)
    {
        var taken = history.Steps.Count;
        return taken > 0 && (taken % train.Count == 0 || taken >= TotalSteps) && (history.Epochs.Count == 0 || history.Epochs[^1].Step < taken);
    }

    // Auxiliary classifiers learn along where the pictures are large enough; the history keeps the main loss, which tests measure too.
    private (Tensor Logits, Tensor Main, Tensor Total) Losses(Batch batch)
    {
        Tensor Loss(Tensor logits) =>
            Criterion is { } criterion ? criterion(logits, batch.Labels) : F.cross_entropy(logits, batch.Labels, label_smoothing: recipe.LabelSmoothing);

        withHeads ??= AuxiliaryClassifiers.Join(model, batch.Images.shape[1..]);
        if (withHeads.Value)
        {
            return AuxiliaryClassifiers.Losses((IAuxiliaryClassifiers)model, batch.Images, Loss);
        }

        var logits = model.call(batch.Images);
        var loss = Loss(logits);
        return (logits, loss, loss);
    }

    private void FinishEpoch(History history, WeightAverage? average, int epoch, TimeSpan began, long trained, CancellationToken token)
    {
        var trainSeconds = (clock.Elapsed - began).TotalSeconds;
        Evaluation? tested = null;
        if (test is not null && (TestEachEpoch || history.Steps.Count >= TotalSteps))
        {
            using var averaged = average?.Use();
            tested = Evaluate.On(model, test, token);
        }

        double loss = 0, right = 0, pictures = 0;
        for (var i = history.Steps.Count - 1; i >= 0 && history.Steps[i].Epoch == epoch; i--)
        {
            var s = history.Steps[i];
            pictures += s.Pictures;
            loss += s.Loss * s.Pictures;
            right += s.Top1 * s.Pictures;
        }

        history.Add(new EpochMetrics(
            epoch, history.Steps.Count, loss / pictures, right / pictures, tested?.Loss ?? double.NaN, tested?.Top1 ?? double.NaN,
            history.Steps[^1].LearningRate, (clock.Elapsed - began).TotalSeconds, trained / Math.Max(trainSeconds, 1e-9)));
    }

    private void Report(History history, int epoch)
    {
        if (OnStep is null)
        {
            return;
        }

        var last = history.Steps[^1];
        var done = last.Step - firstStep;
        var keep = Math.Min(0.95, 1 - 1.0 / done);
        recent = (keep * recent.Loss + (1 - keep) * last.Loss, keep * recent.Top1 + (1 - keep) * last.Top1);
        var elapsed = clock.Elapsed;
        var perStep = elapsed.TotalSeconds / done;
        recentRate = last.Pictures / perStep;
        OnStep(new TrainingProgress(
            last.Step, TotalSteps, epoch, recipe.Epochs, recent.Loss, recent.Top1, last.LearningRate, recentRate, elapsed,
            done < 2 ? null : TimeSpan.FromSeconds(perStep * (TotalSteps - last.Step))));
    }

    // SplitMix64's mixing, so that neighbouring steps have unrelated streams.
    private long SeedOf(long step)
    {
        var z = (ulong)recipe.Seed * 0x9E3779B97F4A7C15 + (ulong)step + 0x632BE59BD9B4E019;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return (long)((z ^ z >> 31) & long.MaxValue);
    }
}

/// <summary>Training left the numbers: the loss is infinite or not a number.</summary>
public sealed class DivergedException(long step, double learningRate) : Exception(FormattableString.Invariant(
    $"The loss is no longer a number at step {step} (learning rate {learningRate:G4}); use a smaller learning rate, clip the gradients or warm up."))
{
    /// <summary>The step that diverged, from 1.</summary>
    public long Step => step;
}
