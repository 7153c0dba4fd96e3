// The record of a training run: every step and every epoch, in memory and as CSV.

using System.Globalization;
using System.Text;

namespace ConvNets.Training;

/// <summary>What a run measured, step by step and epoch by epoch.</summary>
public sealed class History
{
    private const string StepHeader = "step,epoch,pictures,loss,top1,learning_rate,rate_factor";
    private const string EpochHeader = "epoch,step,train_loss,train_top1,test_loss,test_top1,learning_rate,seconds,pictures_per_second";
    private readonly List<StepMetrics> steps = [];
    private readonly List<EpochMetrics> epochs = [];

    /// <summary>Name of the run, for legends.</summary>
    public string Name { get; init; } = "";

    /// <summary>Every step taken.</summary>
    public IReadOnlyList<StepMetrics> Steps => steps;

    /// <summary>Every epoch finished.</summary>
    public IReadOnlyList<EpochMetrics> Epochs => epochs;

    /// <summary>Test accuracy after the last epoch, 0 to 1; NaN where nothing was tested.</summary>
    public double FinalTestTop1 => epochs.Count == 0 ? double.NaN : epochs[^1].TestTop1;

    /// <summary>Training accuracy over the last epoch, 0 to 1.</summary>
    public double FinalTrainTop1 => epochs.Count == 0 ? double.NaN : epochs[^1].TrainTop1;

    /// <summary>Best test accuracy of any epoch, 0 to 1; NaN where nothing was tested.</summary>
    public double BestTestTop1 => epochs.Where(e => !double.IsNaN(e.TestTop1)).Select(e => e.TestTop1).DefaultIfEmpty(double.NaN).Max();

    /// <summary>Seconds of all epochs.</summary>
    public double Seconds => epochs.Sum(e => e.Seconds);

    /// <summary>Adds a step.</summary>
    public void Add(StepMetrics step) => steps.Add(step);

    /// <summary>Adds an epoch.</summary>
    public void Add(EpochMetrics epoch) => epochs.Add(epoch);

    /// <summary>The first step after which the mean training error of the last <paramref name="window"/> steps is at most <paramref name="error"/>; null if never.</summary>
    public long? StepsToTrainError(double error, int window = 20)
    {
        var sum = 0.0;
        for (var i = 0; i < steps.Count; i++)
        {
            sum += 1 - steps[i].Top1;
            if (i >= window)
            {
                sum -= 1 - steps[i - window].Top1;
            }

            if (i + 1 >= window && sum / window <= error)
            {
                return steps[i].Step;
            }
        }

        return null;
    }

    /// <summary>The steps as CSV; numbers survive the way there and back bit for bit.</summary>
    public string StepsToCsv()
    {
        var text = new StringBuilder(StepHeader).Append('\n');
        foreach (var s in steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"{s.Step},{s.Epoch},{s.Pictures},{s.Loss:R},{s.Top1:R},{s.LearningRate:R},{s.RateFactor:R}\n");
        }

        return text.ToString();
    }

    /// <summary>The epochs as CSV; numbers survive the way there and back bit for bit.</summary>
    public string EpochsToCsv()
    {
        var text = new StringBuilder(EpochHeader).Append('\n');
        foreach (var e in epochs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{e.Epoch},{e.Step},{e.TrainLoss:R},{e.TrainTop1:R},{e.TestLoss:R},{e.TestTop1:R},{e.LearningRate:R},{e.Seconds:R},{e.PicturesPerSecond:R}\n");
        }

        return text.ToString();
    }

    /// <summary>Writes <c>history.csv</c> (epochs) and <c>steps.csv</c> into a folder.</summary>
    public void Save(string folder)
    {
        AtomicFile.Write(Path.Combine(folder, "history.csv"), EpochsToCsv());
        AtomicFile.Write(Path.Combine(folder, "steps.csv"), StepsToCsv());
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A file is missing or is not such a CSV.</exception>
    public static History Load(string folder, string name = "") => Parse(
        Read(Path.Combine(folder, "history.csv")), Read(Path.Combine(folder, "steps.csv")), name);

    /// <summary>Reads the two CSV texts.</summary>
    /// <exception cref="InvalidDataException">A line is not as the header says.</exception>
    public static History Parse(string epochsCsv, string stepsCsv, string name = "")
    {
        var history = new History { Name = name };
        foreach (var f in Rows(epochsCsv, EpochHeader, "history.csv"))
        {
            history.Add(new EpochMetrics((int)f[0], (long)f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8]));
        }

        foreach (var f in Rows(stepsCsv, StepHeader, "steps.csv"))
        {
            history.Add(new StepMetrics((long)f[0], (int)f[1], (int)f[2], f[3], f[4], f[5], f[6]));
        }

        return history;
    }

    private static string Read(string path) => File.Exists(path)
        ? File.ReadAllText(path)
        : throw new InvalidDataException($"There is no {path}; it is written at the end of each epoch of a training run.");

    private static IEnumerable<double[]> Rows(string csv, string header, string file)
    {
        var lines = csv.Split('\n');
        if (lines[0].Trim() != header)
        {
            throw new InvalidDataException($"{file} does not begin with the line \"{header}\"; it is not a training history of this version.");
        }

        var columns = header.Count(c => c == ',') + 1;
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0)
            {
                continue;
            }

            var fields = line.Split(',');
            var values = new double[columns];
            if (fields.Length != columns || !fields.Select((f, c) => double.TryParse(f, NumberStyles.Float, CultureInfo.InvariantCulture, out values[c])).All(ok => ok))
            {
                throw new InvalidDataException($"{file} line {i + 1} is not {columns} numbers; delete the line or restore the file.");
            }

            yield return values;
        }
    }
}
