// Networks that classify at more than one depth while they train.
// Szegedy et al., 2015, "Going deeper with convolutions", section 5.
using static TorchSharp.torch;

namespace ConvNets.Architectures;

/// <summary>A network with auxiliary classifiers; its <c>forward</c> gives the main logits alone.</summary>
public interface IAuxiliaryClassifiers
{
    /// <summary>Weight of each auxiliary loss in the total: 0.3 in GoogLeNet, 0.4 in Inception-v3.</summary>
    double AuxiliaryWeight { get; }

    /// <summary>State-dict names of the heads, which a file of weights may lack.</summary>
    IReadOnlyList<string> AuxiliaryModules { get; }

    /// <summary>The main logits and those of every auxiliary classifier, each <c>[N, classes]</c>.</summary>
    (Tensor Logits, IReadOnlyList<Tensor> Auxiliary) ForwardWithAuxiliary(Tensor x);
}
