namespace TorchSharp.Kernels.Resample;

/// <summary>Images [N, C, H, W] that are read at OH by OW points each, and how.</summary>
internal readonly record struct GridShape(
    long N, long C, long H, long W, long OH, long OW, torch.GridSampleMode Mode, torch.GridSamplePaddingMode Padding, bool AlignCorners)
{
    public long Pixels => H * W;

    public long Points => OH * OW;
}
