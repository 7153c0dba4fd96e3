namespace TorchSharp.Autograd;

/// <summary>C = A B for matrices or batches of them: dA = dC B^T, dB = A^T dC.</summary>
internal sealed class MatmulBackward : Node
{
    private readonly SavedTensor? _a;
    private readonly SavedTensor? _b;

    public MatmulBackward(string name, Tensor a, Tensor b) : base(name, a, b)
    {
        if (Needs(1)) _a = Save(a);
        if (Needs(0)) _b = Save(b);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        return
        [
            Needs(0) ? Product(grad, _b!.Get().transpose(-2, -1)) : null,
            Needs(1) ? Product(_a!.Get().transpose(-2, -1), grad) : null,
        ];
    }

    private static Tensor Product(Tensor a, Tensor b) => a.Impl.Shape.Length == 2 ? Ops.Mm(a, b) : Ops.Bmm(a, b);
}
