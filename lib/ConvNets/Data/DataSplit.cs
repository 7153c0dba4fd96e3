using ConvNets.Data.Transforms;

namespace ConvNets.Data;

/// <summary>A data set as experiments use it: pictures to train on and pictures to test on, which share none.</summary>
/// <param name="Name">What the data set is called.</param>
/// <param name="Train">Training pictures.</param>
/// <param name="Test">Test pictures, of the same classes.</param>
public sealed record DataSplit(string Name, ImageSet Train, ImageSet Test)
{
    private ChannelStatistics? statistics;

    /// <summary>Names of the classes.</summary>
    public IReadOnlyList<string> Classes => Train.Classes;

    /// <summary>
    /// Mean and standard deviation of each channel over the training pictures (at most 10,000 of them), which training and test
    /// pictures alike are normalised with.
    /// </summary>
    public ChannelStatistics Statistics => statistics ??= ChannelStatistics.Of(Train);

    /// <summary>Smaller sets, stratified and chosen by <paramref name="seed"/>; null keeps all.</summary>
    public DataSplit Take(int? train = null, int? test = null, long seed = 0) =>
        new(Name, train is { } n ? Train.Take(n, seed) : Train, test is { } m ? Test.Take(m, seed) : Test);

    /// <summary>The same pictures as squares of another side, read into memory: half the side is a quarter of a network's work.</summary>
    /// <param name="side">Side in pixels.</param>
    public DataSplit Resized(int side) => new(
        Name, Train.ToMemory([new ResizeTo(side, side)]).Images, Test.ToMemory([new ResizeTo(side, side)]).Images);

    /// <summary>Only the named classes, relabelled in the order of the names.</summary>
    public DataSplit Only(params IReadOnlyList<string> names) => new(Name, Train.Only(names), Test.Only(names));
}
