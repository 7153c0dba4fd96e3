// The Python on this machine that has PyTorch and NumPy, if there is one; tests that compare with it pass at once where there is none.
using System.ComponentModel;
using System.Diagnostics;

namespace ConvNets.Tests.Export;

internal static class PythonWithTorch
{
    private static readonly Lazy<string?> Found = new(() =>
        new[] { Environment.GetEnvironmentVariable("PYTHON"), "python3", "/usr/bin/python3" }.OfType<string>().FirstOrDefault(Has));

    public static string? Path => Found.Value;

    /// <summary>Runs Python and returns what it printed.</summary>
    public static string Run(string folder, params string[] arguments) => Start(folder, arguments).Output();

    /// <summary>
    /// Runs a script in several processes that find each other as torchrun's do, by the environment, and returns what the first printed.
    /// </summary>
    public static string RunDistributed(string folder, int processes, params string[] arguments)
    {
        // torchrun itself does not start in PyTorch 1.13 under Python 3.11.
        var port = $"{20_000 + Environment.ProcessId % 20_000}";
        var running = Enumerable.Range(0, processes).Select(rank => Start(
            folder, arguments,
            ("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", port), ("WORLD_SIZE", $"{processes}"), ("RANK", $"{rank}"), ("LOCAL_RANK", $"{rank}"))).ToList();
        return running.Select(process => process.Output()).ToList()[0];
    }

    private static Running Start(string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path!, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // Some builds of PyTorch, Debian's among them, are made without libuv.
        foreach (var (name, value) in environment.Append(("OMP_NUM_THREADS", "1")).Append(("USE_LIBUV", "0")))
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    private sealed class Running(Process process)
    {
        private readonly Task<string> output = process.StandardOutput.ReadToEndAsync();
        private readonly Task<string> errors = process.StandardError.ReadToEndAsync();

        public string Output()
        {
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{string.Join(' ', process.StartInfo.ArgumentList)}\n{output.Result}\n{errors.Result}");
            process.Dispose();
            return output.Result;
        }
    }

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
