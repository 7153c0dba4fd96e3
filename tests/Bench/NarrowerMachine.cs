// This program again without AVX-512, in the engine and in PyTorch alike: what a machine with AVX2 would show.

using System.Diagnostics;

namespace Bench;

internal static class NarrowerMachine
{
    // The first is read by .NET at its start, the others by PyTorch's own kernels, by oneDNN and by OpenBLAS.
    private static readonly (string Name, string Value)[] s_limits =
        [("DOTNET_EnableAVX512", "0"), ("ATEN_CPU_CAPABILITY", "avx2"), ("ONEDNN_MAX_CPU_ISA", "AVX2"), ("OPENBLAS_CORETYPE", "Haswell")];

    /// <summary>Runs the command in a process that has the limits, and gives its exit code.</summary>
    public static int Run(string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, args);
        foreach (var (name, value) in s_limits)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
