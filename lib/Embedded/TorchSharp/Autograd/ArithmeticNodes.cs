namespace TorchSharp.Autograd;

/// <summary>y = a + f b.</summary>
internal sealed class AddBackward : Node
{
    private readonly long[]? _a;
    private readonly long[]? _b;
    private readonly double _factor;

    public AddBackward(Tensor? a, Tensor? b, double factor) : base("AddBackward0", a, b)
    {
        _a = a?.Impl.Shape;
        _b = b?.Impl.Shape;
        _factor = factor;
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        return
        [
            Needs(0) ? Ops.SumTo(grad, _a!) : null,
            Needs(1) ? _factor == 1 ? Ops.SumTo(grad, _b!) : Ops.SumTo(grad, _b!) * _factor : null,
        ];
    }
}

/// <summary>y = f x, f a number.</summary>
internal sealed class ScaleBackward(Tensor x, double factor) : Node("MulBackward0", x)
{
    protected internal override Tensor?[] Backward(Tensor?[] grads) => [grads[0]! * factor];
}

/// <summary>y = a b.</summary>
internal sealed class MulBackward : Node
{
    private readonly long[] _shapeA;
    private readonly long[] _shapeB;
    private readonly SavedTensor? _a;
    private readonly SavedTensor? _b;

    /// <summary><paramref name="valueOfA"/> is a, or a copy of it where a changes in place.</summary>
    public MulBackward(Tensor a, Tensor b, Tensor valueOfA) : base("MulBackward0", a, b)
    {
        _shapeA = a.Impl.Shape;
        _shapeB = b.Impl.Shape;
        if (Needs(0)) _b = Save(b);
        if (Needs(1)) _a = Save(valueOfA);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads) =>
    [
        Needs(0) ? Ops.SumTo(grads[0]! * _b!.Get(), _shapeA) : null,
        Needs(1) ? Ops.SumTo(grads[0]! * _a!.Get(), _shapeB) : null,
    ];
}

/// <summary>y = a / b.</summary>
internal sealed class DivBackward : Node
{
    private readonly long[]? _shapeA;
    private readonly long[] _shapeB;
    private readonly SavedTensor? _a;
    private readonly Scalar? _number;
    private readonly SavedTensor _b;

    public DivBackward(Tensor? a, Tensor b, Operand valueOfA) : base("DivBackward0", a, b)
    {
        _shapeA = a?.Impl.Shape;
        _shapeB = b.Impl.Shape;
        _b = Save(b);
        _number = valueOfA.Number;
        if (Needs(1) && valueOfA.Tensor is { } value) _a = Save(value);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var b = _b.Get();
        var quotient = grads[0]! / b;
        return
        [
            Needs(0) ? Ops.SumTo(quotient, _shapeA!) : null,
            Needs(1) ? Ops.SumTo(_a is null ? -quotient / b * _number! : -quotient * (_a.Get() / b), _shapeB) : null,
        ];
    }
}

/// <summary>y = a + w (b - a).</summary>
internal sealed class LerpBackward : Node
{
    private readonly long[] _shapeA;
    private readonly long[] _shapeB;
    private readonly long[]? _shapeW;
    private readonly SavedTensor? _difference;
    private readonly SavedTensor? _w;
    private readonly Scalar? _number;

    public LerpBackward(Tensor a, Tensor b, Operand weight, Tensor valueOfA) : base("LerpBackward0", a, b, weight.Tensor)
    {
        _shapeA = a.Impl.Shape;
        _shapeB = b.Impl.Shape;
        _shapeW = weight.Tensor?.Impl.Shape;
        _number = weight.Number;
        if (weight.Tensor is { } w) _w = Save(w);
        if (!Needs(2)) return;
        using var difference = b - valueOfA;
        _difference = Save(difference);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        var ofB = _w is null ? grad * _number! : grad * _w.Get();
        return
        [
            Needs(0) ? Ops.SumTo(grad - ofB, _shapeA) : null,
            Needs(1) ? Ops.SumTo(ofB, _shapeB) : null,
            Needs(2) ? Ops.SumTo(grad * _difference!.Get(), _shapeW!) : null,
        ];
    }
}

/// <summary>A function that is constant almost everywhere: its gradient is zero.</summary>
internal sealed class ZeroBackward : Node
{
    private readonly long[]?[] _shapes;

    public ZeroBackward(string name, params Tensor?[] inputs) : base(name, inputs) =>
        _shapes = [.. inputs.Select(t => t?.Impl.Shape)];

    protected internal override Tensor?[] Backward(Tensor?[] grads) =>
        [.. _shapes.Select((shape, i) => Needs(i) ? Ops.Zeros(shape!, grads[0]!.dtype) : null)];
}

/// <summary>A function that PyTorch has no derivative of: the way back ends here.</summary>
internal sealed class NotImplementedBackward(string op, params Tensor?[] inputs) : Node("NotImplemented", inputs)
{
    protected internal override Tensor?[] Backward(Tensor?[] grads) => throw Ops.NoDerivative(op);
}

/// <summary>A function of one tensor, its gradient given as a function of the output's gradient and one saved tensor.</summary>
internal sealed class UnaryBackward : Node
{
    private readonly SavedTensor _saved;
    private readonly Func<Tensor, Tensor, Tensor> _backward;

    private UnaryBackward(string name, Tensor input, Tensor saved, bool output, Func<Tensor, Tensor, Tensor> backward) : base(name, input)
    {
        _saved = output ? SaveOutput(saved) : Save(saved);
        _backward = backward;
    }

    /// <summary>The gradient needs the input.</summary>
    public static UnaryBackward OfInput(string name, Tensor input, Func<Tensor, Tensor, Tensor> backward) => new(name, input, input, false, backward);

    /// <summary>The gradient needs this value of the input, a copy where the input changes in place.</summary>
    public static UnaryBackward OfValue(string name, Tensor input, Tensor value, Func<Tensor, Tensor, Tensor> backward) => new(name, input, value, false, backward);

    /// <summary>The gradient needs the output; made after the kernel.</summary>
    public static UnaryBackward OfOutput(string name, Tensor input, Tensor output, Func<Tensor, Tensor, Tensor> backward) => new(name, input, output, true, backward);

    protected internal override Tensor?[] Backward(Tensor?[] grads) => [_backward(grads[0]!, _saved.Get())];
}

/// <summary>y = a^b, the exponent a tensor.</summary>
internal sealed class PowBackward : Node
{
    private readonly long[]? _shapeA;
    private readonly long[] _shapeB;
    private readonly SavedTensor? _a;
    private readonly Scalar? _number;
    private readonly SavedTensor _b;
    private readonly SavedTensor _y;

    public PowBackward(Tensor? a, Operand valueOfA, Tensor b, Tensor y) : base("PowBackward1", a, b)
    {
        _shapeA = a?.Impl.Shape;
        _shapeB = b.Impl.Shape;
        _number = valueOfA.Number;
        if (valueOfA.Tensor is { } value) _a = Save(value);
        _b = Save(b);
        _y = SaveOutput(y);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        var b = _b.Get();
        Tensor? first = null, second = null;
        if (Needs(0)) first = Ops.SumTo(grad * torch.where(b == 0, torch.zeros_like(b), b * _a!.Get().pow(b - 1)), _shapeA!);
        if (Needs(1))
        {
            var y = _y.Get();
            var slope = _a is null ? y * Math.Log(_number!.Real) : torch.where(_a.Get() == 0, torch.zeros_like(y), y * _a.Get().log());
            second = Ops.SumTo(grad * slope, _shapeB);
        }
        return [first, second];
    }
}

/// <summary>The target takes over the source.</summary>
internal sealed class CopyBackward(Tensor self, Tensor source) : Node("CopyBackwards", self, source)
{
    private readonly long[] _shape = source.Impl.Shape;
    private readonly ScalarType _dtype = source.dtype;

    protected internal override Tensor?[] Backward(Tensor?[] grads) =>
    [
        Needs(0) ? Ops.Zeros(grads[0]!.Impl.Shape, grads[0]!.dtype) : null,
        Needs(1) ? Ops.SumTo(grads[0]!, _shape).to_type(_dtype) : null,
    ];
}

/// <summary>y = a - b q, q the quotient rounded down (remainder) or towards zero (fmod).</summary>
internal sealed class ModuloBackward : Node
{
    private readonly long[] _shapeA;
    private readonly long[]? _shapeB;
    private readonly bool _floor;
    private readonly SavedTensor? _a;
    private readonly SavedTensor? _b;

    public ModuloBackward(Tensor a, Operand b, bool floor) : base("RemainderBackward0", a, b.Tensor)
    {
        _shapeA = a.Impl.Shape;
        _shapeB = b.Tensor?.Impl.Shape;
        _floor = floor;
        if (!Needs(1)) return;
        using var copy = Ops.CloneContiguous(a);
        _a = Save(copy);
        _b = Save(b.Tensor!);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads) =>
    [
        Needs(0) ? Ops.SumTo(grads[0]!, _shapeA) : null,
        Needs(1) ? Ops.SumTo(-grads[0]! * Ops.DivideRounded(_a!.Get(), _b!.Get(), _floor), _shapeB!) : null,
    ];
}

/// <summary>y = c ? a : b.</summary>
internal sealed class WhereBackward : Node
{
    private readonly long[]? _shapeA;
    private readonly long[]? _shapeB;
    private readonly SavedTensor _condition;

    public WhereBackward(Tensor condition, Tensor? a, Tensor? b) : base("WhereBackward0", a, b)
    {
        _shapeA = a?.Impl.Shape;
        _shapeB = b?.Impl.Shape;
        _condition = Save(condition);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var condition = _condition.Get();
        return
        [
            Needs(0) ? Ops.SumTo(Ops.Where(condition, grads[0]!, 0.0), _shapeA!) : null,
            Needs(1) ? Ops.SumTo(Ops.Where(condition, 0.0, grads[0]!), _shapeB!) : null,
        ];
    }
}

/// <summary>A function of two tensors, its gradients given as functions of the output's gradient and both tensors.</summary>
internal sealed class BinaryBackward : Node
{
    private readonly long[] _shapeA;
    private readonly long[]? _shapeB;
    private readonly SavedTensor _a;
    private readonly SavedTensor _b;
    private readonly Func<Tensor, Tensor, Tensor, (Tensor, Tensor)> _backward;

    public BinaryBackward(string name, Tensor a, Tensor b, Func<Tensor, Tensor, Tensor, (Tensor, Tensor)> backward) : base(name, a, b)
    {
        _shapeA = a.Impl.Shape;
        _shapeB = b.Impl.Shape;
        _a = Save(a);
        _b = Save(b);
        _backward = backward;
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var (a, b) = _backward(grads[0]!, _a.Get(), _b.Get());
        return [Needs(0) ? Ops.SumTo(a, _shapeA) : null, Needs(1) ? Ops.SumTo(b, _shapeB!) : null];
    }
}
