namespace ConvNets.Data.Transforms;

/// <summary>The transforms of well-known training recipes.</summary>
public static class Presets
{
    /// <summary>
    /// Training on small pictures: pad by an eighth of the side (4 for 32), random crop, mirror, normalise (He et al. 2016, section 4.2).
    /// </summary>
    /// <param name="statistics">Of the training set.</param>
    /// <param name="size">Side of the pictures.</param>
    public static IReadOnlyList<Transform> PadCropFlip(ChannelStatistics statistics, int size = 32) =>
        [new RandomCrop(size, Padding: size / 8), new RandomHorizontalFlip(), new Normalize(statistics)];

    /// <summary>No augmentation: normalise alone.</summary>
    public static IReadOnlyList<Transform> Plain(ChannelStatistics statistics) => [new Normalize(statistics)];

    /// <summary>Training on photographs: random resized crop, mirror, normalise (Szegedy et al. 2015, section 6).</summary>
    public static IReadOnlyList<Transform> ImageNetTraining(int size = 224) =>
        [new RandomResizedCrop(size), new RandomHorizontalFlip(), Normalize.ImageNet];

    /// <summary>Testing on photographs: shorter side to 8/7 of the size (256 for 224), centre crop, normalise.</summary>
    public static IReadOnlyList<Transform> ImageNetTest(int size = 224) =>
        [new Resize(size * 8 / 7), new CenterCrop(size), Normalize.ImageNet];
}
