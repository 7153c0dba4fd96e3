using System.ComponentModel;
using System.Diagnostics;
using Tests;

namespace TorchSharp.Tests;

/// <summary>A PyTorch on this machine: the Python that PYTORCH_PYTHON names, or one of the usual places.</summary>
internal static class LivePyTorch
{
    private static readonly Lazy<string?> s_python = new(Find);

    /// <summary>What a golden script prints; null, with a warning beside the test, where there is no PyTorch.</summary>
    public static string? Run(string script, params string[] arguments)
    {
        if (s_python.Value is { } python) return Output(python, [GoldenFile.Find(script), .. arguments]) ?? throw new InvalidOperationException($"{python} could not run {script}.");
        TestContext.Current.AddWarning("Not compared: no Python here has PyTorch. Set PYTORCH_PYTHON to one that has.");
        return null;
    }

    private static string? Find() =>
        new[] { Environment.GetEnvironmentVariable("PYTORCH_PYTHON"), "/usr/bin/python3", "python3" }.FirstOrDefault(python => python is not null && Output(python, ["-c", "import torch"]) is not null);

    private static string? Output(string python, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? text : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
