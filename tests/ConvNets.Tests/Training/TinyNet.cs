using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tests.Training;

/// <summary>A net with everything that makes resuming hard: batch norm statistics, dropout, momentum.</summary>
internal sealed class TinyNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv;
    private readonly BatchNorm2d bn;
    private readonly Dropout dropout;
    private readonly Linear fc;

    public TinyNet(double drop = 0.2, int channels = 8) : base(nameof(TinyNet))
    {
        conv = Conv2d(3, channels, 3, stride: 4, padding: 1);
        bn = BatchNorm2d(channels);
        dropout = Dropout(drop);
        fc = Linear(channels * 64, 10);
        RegisterComponents();
    }

    public Action? OnForward { get; set; }

    public override Tensor forward(Tensor x)
    {
        OnForward?.Invoke();
        return fc.call(dropout.call(functional.relu(bn.call(conv.call(x))).flatten(1)));
    }
}

/// <summary>A net that answers every picture alike.</summary>
internal sealed class BlindNet : Module<Tensor, Tensor>
{
    private readonly Parameter scores = Parameter(zeros(10));

    public BlindNet() : base(nameof(BlindNet)) => RegisterComponents();

    public override Tensor forward(Tensor x) => scores.expand(x.shape[0], 10);
}
