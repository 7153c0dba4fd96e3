// The running average of weights that Inception networks are evaluated with.
// Polyak and Juditsky, 1992; Szegedy et al., 2015 and 2016.
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>Keeps avg = decay avg + (1 - decay) w of every parameter of a network.</summary>
public sealed class WeightAverage : IDisposable
{
    private readonly Module network;
    private readonly double decay;
    private readonly List<Tensor> averages;

    /// <summary>Starts from the weights as they are.</summary>
    /// <param name="network">The network whose weights are averaged.</param>
    /// <param name="decay">Share of the old average that a step keeps.</param>
    public WeightAverage(Module network, double decay = 0.9999)
    {
        this.network = network;
        this.decay = decay;
        averages = [.. network.parameters().Select(parameter => parameter.detach().clone().DetachFromDisposeScope())];
    }

    /// <summary>Takes the weights of one more step into the average.</summary>
    public void Update()
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (average, parameter) in averages.Zip(network.parameters()))
            average.mul_(decay).add_(parameter.detach() * (1 - decay));
    }

    /// <summary>Puts the averages into the network while <paramref name="measure"/> runs, and the weights back after.</summary>
    public T Evaluate<T>(Func<T> measure)
    {
        Swap();
        try
        {
            return measure();
        }
        finally
        {
            Swap();
        }
    }

    private void Swap()
    {
        using var _ = no_grad();
        foreach (var (average, parameter) in averages.Zip(network.parameters()))
        {
            using var weights = parameter.detach().clone();
            parameter.copy_(average);
            average.copy_(weights);
        }
    }

    /// <summary>Frees the averages.</summary>
    public void Dispose() => averages.ForEach(average => average.Dispose());
}
