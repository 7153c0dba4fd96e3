using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Modules;

/// <summary>The parts of a layer once more, with the same values and without a draw from the generator.</summary>
internal static class LayerCopy
{
    private const long MostLayers = 10_000;

    [return: NotNullIfNotNull(nameof(parameter))]
    internal static Parameter? Of(Parameter? parameter)
    {
        if (parameter is null)
        {
            return null;
        }

        using var _ = no_grad();
        return new Parameter(parameter.detach().clone(), parameter.requires_grad);
    }

    internal static Linear Of(Linear layer) => new(Of(layer.weight), Of(layer.bias));

    internal static LayerNorm Of(LayerNorm layer)
        => new(layer.normalized_shape, layer.eps, layer.elementwise_affine, layer.bias is not null, null, null) { weight = Of(layer.weight), bias = Of(layer.bias) };

    /// <summary>So many copies, in the mode of the original.</summary>
    internal static ModuleList<T> Stack<T>(T layer, long count, Func<T, T> copy)
        where T : nn.Module
    {
        if (count is < 0 or > MostLayers)
        {
            throw new ExternalException($"{layer.GetName()}: num_layers must be between 0 and {MostLayers}, but got {count}.");
        }

        var all = new ModuleList<T>();
        for (long i = 0; i < count; i++)
        {
            var one = copy(layer);
            one.train(layer.training);
            all.Add(one);
        }

        return all;
    }
}
