// The one place that turns a profile into split sizes, epochs, seeds and budgets.
// A lesson's parameters cell sets `profile`, `data` and `seed`; the runner injects its own values there.

using System.Globalization;
using ConvNets.Data;

namespace ConvNets.Training;

/// <summary>What a lesson may spend.</summary>
public sealed record LessonSettings
{
    /// <summary>Size of the run.</summary>
    public required Profile Profile { get; init; }

    /// <summary>Data set by name or folder; <c>embedded</c> is the generated one.</summary>
    public required string Data { get; init; }

    /// <summary>Seed of the first run.</summary>
    public required int Seed { get; init; }

    /// <summary>Training pictures to use at most.</summary>
    public required int TrainCount { get; init; }

    /// <summary>Test pictures to use at most.</summary>
    public required int TestCount { get; init; }

    /// <summary>Passes over the training pictures.</summary>
    public required int Epochs { get; init; }

    /// <summary>Pictures in a step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The seeds of repeated runs, <see cref="Seed"/> first.</summary>
    public required IReadOnlyList<int> Seeds { get; init; }

    /// <summary>Time that a lesson may take on 2 cores.</summary>
    public required TimeSpan Budget { get; init; }

    /// <summary>Whether the data are the generated ones.</summary>
    public bool IsEmbedded => Data == "embedded";

    /// <summary>Settings from the parameters of a notebook.</summary>
    /// <param name="profile">smoke, quick or full.</param>
    /// <param name="data">A data set's name or folder; empty means embedded.</param>
    /// <param name="seed">Seed of the first run.</param>
    /// <exception cref="ArgumentException">The profile is none of the three.</exception>
    public static LessonSettings From(string profile = "quick", string? data = null, int seed = 1)
    {
        if (!Enum.TryParse<Profile>(profile, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed) || int.TryParse(profile, out _))
        {
            throw new ArgumentException($"There is no profile \"{profile}\"; use smoke, quick or full.", nameof(profile));
        }

        var (train, test, epochs, seeds, budget) = parsed switch
        {
            Profile.Smoke => (256, 128, 1, 1, TimeSpan.FromSeconds(15)),
            Profile.Quick => (2048, 512, 4, 1, TimeSpan.FromSeconds(90)),
            _ => (50_000, 10_000, 30, 3, TimeSpan.FromHours(6)),
        };
        return new LessonSettings
        {
            Profile = parsed,
            Data = string.IsNullOrWhiteSpace(data) ? "embedded" : data,
            Seed = seed,
            TrainCount = train,
            TestCount = test,
            Epochs = epochs,
            BatchSize = parsed == Profile.Full ? 128 : 64,
            Seeds = [.. Enumerable.Range(seed, seeds)],
            Budget = budget,
        };
    }

    /// <summary>Picks a value by profile: <c>settings.Pick(smoke: 1, quick: 3, full: 20)</c>.</summary>
    public T Pick<T>(T smoke, T quick, T full) => Profile switch
    {
        Profile.Smoke => smoke,
        Profile.Quick => quick,
        _ => full,
    };

    /// <summary>Opens the data: at most <see cref="TrainCount"/> and <see cref="TestCount"/> pictures, stratified.</summary>
    /// <param name="size">Side of the embedded pictures in pixels; folders keep their own size.</param>
    /// <exception cref="DataException">The folder holds no known data set.</exception>
    public DataSplit OpenData(int size = 32)
    {
        if (IsEmbedded)
        {
            return Datasets.Embedded(TrainCount, TestCount, size: size);
        }

        var split = Datasets.Open(Data);
        return split.Take(Math.Min(TrainCount, split.Train.Count), Math.Min(TestCount, split.Test.Count));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"profile {Profile.ToString().ToLowerInvariant()} on {Data}: up to {TrainCount} training and {TestCount} test pictures, {Epochs} epoch{(Epochs == 1 ? "" : "s")}, batch {BatchSize}, {Seeds.Count} seed{(Seeds.Count == 1 ? "" : "s")} from {Seed}");
}
