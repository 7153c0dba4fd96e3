namespace TorchSharp;

/// <summary>A loss of two inputs.</summary>
public abstract class Loss<T1, T2, TResult>(nn.Reduction reduction = nn.Reduction.Mean)
    : nn.Module<T1, T2, TResult>(nameof(Loss<T1, T2, TResult>))
{
    public nn.Reduction reduction { get; } = reduction;

    public override string GetName() => GetType().Name;
}

/// <summary>A loss of three inputs.</summary>
public abstract class Loss<T1, T2, T3, TResult>(nn.Reduction reduction = nn.Reduction.Mean)
    : nn.Module<T1, T2, T3, TResult>(nameof(Loss<T1, T2, T3, TResult>))
{
    public nn.Reduction reduction { get; } = reduction;

    public override string GetName() => GetType().Name;
}

/// <summary>A loss of two inputs with a weight for each class or element.</summary>
public abstract class WeightedLoss<T1, T2, TResult>(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<T1, T2, TResult>(reduction)
{
    public Tensor? weight { get; } = weight;
}

/// <summary>A loss of three inputs with a weight for each class or element.</summary>
public abstract class WeightedLoss<T1, T2, T3, TResult>(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<T1, T2, T3, TResult>(reduction)
{
    public Tensor? weight { get; } = weight;
}
