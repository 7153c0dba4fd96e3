namespace Tests.Training;

/// <summary>Tests that compare runs bit for bit: the engine's random numbers are one stream, so nothing else may run beside them.</summary>
[CollectionDefinition(nameof(RandomNumbers), DisableParallelization = true)]
public sealed class RandomNumbers;
