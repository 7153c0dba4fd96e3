// Pictures per second through the loaders and the JPEG decoder. data_twin.py measures the same with torchvision and Pillow.
using System.Diagnostics;
using System.Globalization;
using ConvNets.Architectures;
using ConvNets.Data;
using ConvNets.Data.Imaging;
using ConvNets.Data.Transforms;
using TorchSharp;

namespace Bench;

internal static class DataBench
{
    /// <summary>Prints one row for each measurement that the folder has data for: the median of five passes after a warm one.</summary>
    public static void Run(string? folder) => Measure(folder, (name, rate) => Console.WriteLine(Line(name, rate)));

    /// <summary>The same rows, and beside each torchvision's DataLoader with 2 workers, or Pillow's decoder, and the ratio of the two.</summary>
    public static void Against(string folder, string python)
    {
        var ours = new List<(string Name, double Rate)>();
        Measure(folder, (name, rate) => ours.Add((name, rate)));
        // One after the other, so that neither waits for the other's threads.
        var twin = new PyTorchTwin(python).Lines("data_twin.py", folder);
        Console.WriteLine(twin[0]);
        Console.WriteLine($"{"pictures a second",-45} {"course",10} {"Python",10} {"ratio",7}");
        foreach (var (name, rate) in ours)
        {
            var row = twin.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            var theirs = row is null ? double.NaN : double.Parse(row[name.Length..].Replace("pictures/s", "").Replace(",", "").Trim(), CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-45} {rate,10:N0} {theirs,10:N0} {rate / theirs,7:0.00}"));
        }
    }

    private static void Measure(string? folder, Action<string, double> row)
    {
        var cifar = Path.Combine(folder ?? "", "cifar-10-batches-bin");
        var small = folder is not null && Directory.Exists(cifar) ? Datasets.Open(cifar) : Datasets.Embedded(10_000, 100);
        Row(row, $"{small.Name}: pad, crop, flip, normalise", small.Train.Count, () => Drain(small.Train, Presets.PadCropFlip(small.Statistics)));

        Waiting(small);

        var tiny = Path.Combine(folder ?? "", "tiny-imagenet-200");
        if (folder is not null && Directory.Exists(tiny))
        {
            var train = Datasets.Open(tiny).Train;
            Transform[] transforms = [new RandomHorizontalFlip(), Normalize.ImageNet];
            Row(row, "tiny-imagenet: decode, flip, normalise", train.Count, () => Drain(train, transforms));
        }

        var samples = Path.Combine(folder ?? "", "imagenet-samples");
        if (folder is not null && Directory.Exists(samples))
        {
            var files = Directory.GetFiles(samples).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
            Row(row, "imagenet photographs: decode, one thread", files.Length, () =>
            {
                foreach (var file in files)
                    ImageDecoder.Decode(file).ToRgb();
            });
        }
    }

    /// <summary>Trains resnet-cifar-20 for some steps and prints which share of the time the step waits for its batch.</summary>
    private static void Waiting(DataSplit data)
    {
        using var model = new CifarResNet(20);
        using var optimizer = torch.optim.SGD(model.parameters(), 0.1, 0.9);
        var waiting = TimeSpan.Zero;
        var all = new Stopwatch();
        var steps = 0;
        using var batches = new BatchLoader(data.Train, 128, Presets.PadCropFlip(data.Statistics), seed: 1).Epoch(0).GetEnumerator();
        while (steps < 40)
        {
            var before = all.Elapsed;
            if (!batches.MoveNext())
                break;
            if (steps++ == 5)
                all.Start();
            waiting += all.Elapsed - before;
            using var scope = torch.NewDisposeScope();
            using var batch = batches.Current;
            optimizer.zero_grad();
            torch.nn.functional.cross_entropy(model.call(batch.Images), batch.Labels).backward();
            optimizer.step();
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"training resnet-cifar-20, batch 128: {all.Elapsed.TotalMilliseconds / (steps - 5):N0} ms a step, {waiting / all.Elapsed:P2} of it waiting for data"));
    }

    private static void Drain(ImageSet set, IReadOnlyList<Transform> transforms)
    {
        foreach (var batch in new BatchLoader(set, 128, transforms, seed: 1, workers: 2).Epoch(0))
            batch.Dispose();
    }

    private static string Line(string name, double rate) => string.Create(CultureInfo.InvariantCulture, $"{name,-45} {rate,10:N0} pictures/s");

    private static void Row(Action<string, double> row, string name, int pictures, Action pass)
    {
        // Long enough that the just-in-time compiler has done its best.
        var warm = Stopwatch.StartNew();
        do
            pass();
        while (warm.Elapsed < TimeSpan.FromSeconds(2));
        var rates = new double[5];
        for (var i = 0; i < rates.Length; i++)
        {
            var clock = Stopwatch.StartNew();
            pass();
            rates[i] = pictures / clock.Elapsed.TotalSeconds;
        }
        row(name, rates.Order().ElementAt(2));
    }
}
