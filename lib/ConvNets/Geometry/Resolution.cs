namespace ConvNets.Geometry;

/// <summary>The steps of a network whose maps have one size.</summary>
/// <param name="Height">Height of the maps; 1 after flattening or global pooling.</param>
/// <param name="Width">Width of the maps.</param>
/// <param name="First">Name of the first step.</param>
/// <param name="Last">Name of the last step.</param>
/// <param name="Steps">Number of steps.</param>
/// <param name="Channels">Channels or features of the last step.</param>
/// <param name="Parameters">Weights, biases, BN gamma and beta.</param>
/// <param name="Macs">Multiply-accumulates of convolution and linear layers for one sample.</param>
/// <param name="ReceptiveField">Largest receptive field among them, in input pixels.</param>
public sealed record Resolution(
    long Height, long Width, string First, string Last, int Steps, long Channels, long Parameters, long Macs, double ReceptiveField);
