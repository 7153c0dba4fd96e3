using System.Diagnostics;
using Tests;
using Tests.Engine;

namespace TorchSharp.Tests;

/// <summary>What a PyTorch on this machine computes.</summary>
internal static class LivePyTorch
{
    /// <summary>What a golden script prints; the test is skipped where there is no PyTorch.</summary>
    public static string Run(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(RealPyTorch.Python, [GoldenFile.Find(script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{script} failed: {errors.Result}");
        return text;
    }
}
