// The acoustic model of the residual LSTM paper: ten residual LSTM layers of 1024 cells and 512 outputs, one linear layer over the states.
// Kim, El-Khamy and Lee, 2017, "Residual LSTM". The number of tied states is not published; it is the number of classes.
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Acoustic frames to states, at every time: <c>[N, T, 512]</c> to <c>[N, T, classes]</c>.</summary>
public static class ResidualLstmNet
{
    /// <summary>Builds the network.</summary>
    /// <param name="layers">Number of recurrent layers.</param>
    /// <param name="classes">Number of states.</param>
    /// <param name="inputs">Features of a frame; other than 512, the first shortcut is a projection.</param>
    /// <param name="cells">Memory cells of a layer.</param>
    /// <param name="outputs">Outputs of a layer.</param>
    public static Sequential Build(int layers = 10, long classes = 1000, long inputs = 512, long cells = 1024, long outputs = 512)
    {
        var net = Sequential();
        for (var i = 0; i < layers; i++)
            net.append($"lstm{i + 1}", new ResidualLstm(i == 0 ? inputs : outputs, cells, outputs));
        return net.append("fc", Linear(outputs, classes));
    }
}
