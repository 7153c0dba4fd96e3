// Pictures per second through the loaders, and pixels per second through the JPEG decoder. data_twin.py measures the same with torchvision.
using System.Diagnostics;
using System.Globalization;
using ConvNets.Data;
using ConvNets.Data.Imaging;
using ConvNets.Data.Transforms;

namespace Bench;

internal static class DataBench
{
    /// <summary>Prints one row for each measurement that the folder has data for: the median of five passes after a warm one.</summary>
    public static void Run(string? folder)
    {
        var cifar = Path.Combine(folder ?? "", "cifar-10-batches-bin");
        var small = folder is not null && Directory.Exists(cifar) ? Datasets.Open(cifar) : Datasets.Embedded(10_000, 100);
        Row($"{small.Name}: pad, crop, flip, normalise", small.Train.Count, () => Drain(small.Train, Presets.PadCropFlip(small.Statistics)));

        var tiny = Path.Combine(folder ?? "", "tiny-imagenet-200");
        if (folder is not null && Directory.Exists(tiny))
        {
            var train = Datasets.Open(tiny).Train;
            Transform[] transforms = [new RandomHorizontalFlip(), Normalize.ImageNet];
            Row("tiny-imagenet: decode, flip, normalise", train.Count, () => Drain(train, transforms));
        }

        var samples = Path.Combine(folder ?? "", "imagenet-samples");
        if (folder is not null && Directory.Exists(samples))
        {
            var files = Directory.GetFiles(samples).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
            Row("imagenet photographs: decode, one thread", files.Length, () =>
            {
                foreach (var file in files)
                    ImageDecoder.Decode(file).ToRgb();
            });
        }
    }

    private static void Drain(ImageSet set, IReadOnlyList<Transform> transforms)
    {
        foreach (var batch in new BatchLoader(set, 128, transforms, seed: 1, workers: 2).Epoch(0))
            batch.Dispose();
    }

    private static void Row(string name, int pictures, Action pass)
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
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-45} {rates.Order().ElementAt(2),10:N0} pictures/s"));
    }
}
