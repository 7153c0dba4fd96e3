// Exponential moving average of the weights (Polyak and Juditsky 1992; the Inception papers test with such averages).
// Early on the decay is smaller, min(decay, (1 + t) / (10 + t)), so that the random start is soon forgotten (as TensorFlow does it).

using static TorchSharp.torch;

namespace ConvNets.Training;

/// <summary>A running average of a model's parameters and float buffers.</summary>
public sealed class WeightAverage : IDisposable
{
    private readonly nn.Module model;
    private readonly double decay;
    private readonly Dictionary<string, Tensor> average = [];

    /// <summary>Starts from the model's present weights.</summary>
    /// <param name="model">The model that trains.</param>
    /// <param name="decay">Share of the old average that a step keeps, 0 to 1.</param>
    public WeightAverage(nn.Module model, double decay)
    {
        if (decay is not (>= 0 and < 1))
        {
            throw new ArgumentException($"The decay of the weight average must be at least 0 and below 1, not {decay}.", nameof(decay));
        }

        this.model = model;
        this.decay = decay;
        using var _ = no_grad();
        foreach (var (name, tensor) in model.state_dict())
        {
            average[name] = tensor.detach().clone().DetachFromDisposeScope();
        }
    }

    /// <summary>Takes the model's weights into the average.</summary>
    /// <param name="step">Steps taken so far.</param>
    public void Update(long step)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var keep = Math.Min(decay, (1.0 + step) / (10.0 + step));
        foreach (var (name, tensor) in model.state_dict())
        {
            var mine = average[name];
            if (mine.is_floating_point())
            {
                mine.mul_(keep).add_(tensor, alpha: 1 - keep);
            }
            else
            {
                mine.copy_(tensor);
            }
        }
    }

    /// <summary>Puts the average into the model until the result is disposed.</summary>
    public IDisposable Use()
    {
        Swap();
        return new Restore(this);
    }

    /// <summary>Takes the model's present weights as the average.</summary>
    public void Reset()
    {
        using var _ = no_grad();
        foreach (var (name, tensor) in model.state_dict())
        {
            average[name].copy_(tensor);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in average.Values)
        {
            tensor.Dispose();
        }

        average.Clear();
    }

    private void Swap()
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (name, tensor) in model.state_dict())
        {
            var mine = average[name];
            var held = tensor.detach().clone();
            tensor.copy_(mine);
            mine.copy_(held);
        }
    }

    private sealed class Restore(WeightAverage owner) : IDisposable
    {
        private bool done;

        public void Dispose()
        {
            if (!done)
            {
                done = true;
                owner.Swap();
            }
        }
    }
}
