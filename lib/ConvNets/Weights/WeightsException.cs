// What a reader of weights says when a file is not what it should be.
namespace ConvNets.Weights;

/// <summary>A file of weights that cannot be read or does not fit a network; the message is one sentence.</summary>
public sealed class WeightsException(string message, Exception? inner = null) : Exception(message, inner);
