namespace TorchSharp.Modules;

/// <summary>The two linear layers of a transformer's layer and what lies between them: E to dim_feedforward and back.</summary>
internal static class FeedForward
{
    internal static void Check(string layer, long dim_feedforward, nn.Activations activation)
    {
        if (dim_feedforward is < 1 or > int.MaxValue)
        {
            throw new ExternalException($"{layer}: dim_feedforward must lie between 1 and {int.MaxValue}, but got {dim_feedforward}.");
        }

        if (activation is not (nn.Activations.ReLU or nn.Activations.GELU))
        {
            throw new ExternalException($"{layer}: activation must be ReLU or GELU, but got {activation}.");
        }
    }

    internal static Tensor Run(Tensor x, Linear widen, nn.Activations activation, Dropout dropout, Linear narrow)
    {
        var wide = widen.call(x);
        return narrow.call(dropout.call(activation == nn.Activations.ReLU ? wide.relu() : wide.gelu()));
    }
}
