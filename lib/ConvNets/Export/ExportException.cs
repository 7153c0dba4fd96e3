namespace ConvNets.Export;

/// <summary>A network that an export cannot write; the message is one sentence with the layer's name.</summary>
public sealed class ExportException(string message) : Exception(message);
