namespace TorchSharp.Modules;

/// <summary>Channel groups interleaved (X. Zhang and others, 2018, "ShuffleNet"): <c>[N, C, ...]</c>.</summary>
public sealed class ChannelShuffle : ParameterLessModule<Tensor, Tensor>
{
    internal ChannelShuffle(long groups)
        : base(nameof(ChannelShuffle))
    {
        this.groups = groups;
    }

    public override Tensor forward(Tensor tensor) => Given(tensor).channel_shuffle(groups);

    public long groups { get; set; }
}
