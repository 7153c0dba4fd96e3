// The Python on this machine that has PyTorch and NumPy; tests that compare with it are skipped where there is none.

using System.ComponentModel;
using System.Diagnostics;

namespace Tests.Engine;

/// <summary>A real PyTorch: the Python that PYTORCH_PYTHON names, or one of the usual places.</summary>
internal static class RealPyTorch
{
    private static readonly Lazy<string?> s_python = new(() =>
        new[] { Environment.GetEnvironmentVariable("PYTORCH_PYTHON"), "/usr/bin/python3", "python3" }.OfType<string>().FirstOrDefault(Has));

    /// <summary>The interpreter; the test is skipped where no Python has PyTorch.</summary>
    public static string Python
    {
        get
        {
            SkipWithout();
            return s_python.Value!;
        }
    }

    /// <summary>Skips the test where no Python has PyTorch.</summary>
    public static void SkipWithout() =>
        Assert.SkipWhen(s_python.Value is null, "No Python here has PyTorch and NumPy; set PYTORCH_PYTHON to one that has.");

    private static bool Has(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import torch, numpy"]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
