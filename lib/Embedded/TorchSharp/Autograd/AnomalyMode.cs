namespace TorchSharp;

/// <summary>While it lives, backward on this thread says which operation made the first NaN.</summary>
public class AnomalyMode : IDisposable
{
    [ThreadStatic] private static bool t_enabled;
    [ThreadStatic] private static bool t_checkNaN;

    private readonly bool _enabled = t_enabled;
    private readonly bool _checkNaN = t_checkNaN;

    public AnomalyMode(bool enabled, bool check_nan = true)
    {
        t_enabled = enabled;
        t_checkNaN = check_nan;
    }

    public static bool IsEnabled => t_enabled;

    public static bool ShouldCheckNaN => t_checkNaN;

    public void Dispose()
    {
        t_enabled = _enabled;
        t_checkNaN = _checkNaN;
        GC.SuppressFinalize(this);
    }
}
