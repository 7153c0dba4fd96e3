namespace TorchSharp.Autograd;

/// <summary>Whether this thread records operations.</summary>
internal static class GradMode
{
    [ThreadStatic] private static bool t_disabled;
    [ThreadStatic] private static bool t_inference;

    public static bool Enabled
    {
        get => !t_disabled;
        set => t_disabled = !value;
    }

    public static bool Inference
    {
        get => t_inference;
        set => t_inference = value;
    }

    public static bool Needs(Tensor? a) => !t_disabled && a is not null && a.Impl.RequiresGrad;

    public static bool Needs(Tensor? a, Tensor? b) => !t_disabled && ((a is not null && a.Impl.RequiresGrad) || (b is not null && b.Impl.RequiresGrad));

    public static bool Needs(Tensor? a, Tensor? b, Tensor? c) => Needs(a, b) || Needs(c);

    public static bool Needs(params ReadOnlySpan<Tensor?> tensors)
    {
        if (t_disabled) return false;
        foreach (var tensor in tensors)
            if (tensor is not null && tensor.Impl.RequiresGrad) return true;
        return false;
    }
}

/// <summary>Sets the mode and restores it at the end of a using.</summary>
internal sealed class GradModeScope : IDisposable
{
    private readonly bool _enabled = GradMode.Enabled;
    private readonly bool _inference = GradMode.Inference;
    private bool _done;

    public GradModeScope(bool enabled, bool? inference = null)
    {
        GradMode.Enabled = enabled;
        if (inference is { } mode) GradMode.Inference = mode;
    }

    public void Dispose()
    {
        if (_done) return;
        _done = true;
        GradMode.Enabled = _enabled;
        GradMode.Inference = _inference;
    }
}

/// <summary>Sets the mode for a block of engine code without garbage.</summary>
internal readonly ref struct GradModeGuard
{
    private readonly bool _before;

    public GradModeGuard(bool enabled)
    {
        _before = GradMode.Enabled;
        GradMode.Enabled = enabled;
    }

    public void Dispose() => GradMode.Enabled = _before;
}
