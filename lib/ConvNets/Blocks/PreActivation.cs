// The choice that a pre-activation unit makes where its shape changes, and the shortcut that follows from it.
// He, Zhang, Ren and Sun, 2016, "Identity mappings in deep residual networks", appendix; released code resnet-1k-layers.
namespace ConvNets.Blocks;

/// <summary>What the shortcut of a pre-activation unit sees.</summary>
public enum PreActivation
{
    /// <summary>BN and ReLU belong to the residual branch; the shortcut sees x itself.</summary>
    Residual,

    /// <summary>BN and ReLU come before both branches: units that change the number of channels, in the released code.</summary>
    Shared,

    /// <summary>No BN and ReLU in front: the first unit after a stem that ends in them.</summary>
    None,
}
