// The two loaders of an experiment: training pictures in random order with or without augmentation, test pictures as they are.

using ConvNets.Data;
using ConvNets.Data.Transforms;

namespace ConvNets.Training;

/// <summary>Makes batch loaders from a data set.</summary>
public static class Loaders
{
    /// <summary>Training batches, normalised by the training set's statistics.</summary>
    /// <param name="data">The data set; all pictures of one size.</param>
    /// <param name="batchSize">Pictures in a step.</param>
    /// <param name="seed">Decides the order and every random crop and flip.</param>
    /// <param name="augment">Pad, crop and mirror, or show the pictures as they are.</param>
    public static BatchLoader Train(DataSplit data, int batchSize, long seed = 1, bool augment = true) =>
        new(data.Train, batchSize, augment ? Presets.PadCropFlip(data.Statistics, Side(data.Train)) : Presets.Plain(data.Statistics), seed);

    /// <summary>Test batches in their order, normalised by the training set's statistics.</summary>
    public static BatchLoader Test(DataSplit data, int batchSize) =>
        new(data.Test, batchSize, Presets.Plain(data.Statistics), shuffle: false);

    private static int Side(ImageSet set) => set.Shape is { } shape
        ? shape.Height
        : throw new DataException($"{set.Name}: pictures of different sizes need transforms of their own, that end in a crop.");
}
