// Runs what is exported in the PyTorch of this machine; the test is skipped where there is none.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Tests.Engine;

namespace ConvNets.Tests.Export;

internal static class PythonWithTorch
{
    /// <summary>Runs Python and returns what it printed.</summary>
    public static string Run(string folder, params string[] arguments) => Start(folder, arguments).Output();

    /// <summary>
    /// Runs a script in several processes that find each other as torchrun's do, by the environment, and returns what the first printed.
    /// </summary>
    public static string RunDistributed(string folder, int processes, params string[] arguments)
    {
        var port = $"{FreePort()}";
        var running = Enumerable.Range(0, processes).Select(rank => Start(
            folder, arguments,
            ("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", port), ("WORLD_SIZE", $"{processes}"), ("RANK", $"{rank}"), ("LOCAL_RANK", $"{rank}"))).ToList();
        return running.Select(process => process.Output()).ToList()[0];
    }

    /// <summary>Whether torchrun is one that can be held to this machine; that of PyTorch 1.13 cannot, nor does it start under Python 3.11.</summary>
    public static bool HasTorchrun
    {
        get
        {
            using var process = Process.Start(new ProcessStartInfo(RealPyTorch.Python, ["-m", "torch.distributed.run", "--help"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            _ = process.StandardError.ReadToEndAsync();
            var help = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return help.Contains("--local-addr", StringComparison.Ordinal);
        }
    }

    /// <summary>Runs a script in several processes that torchrun starts, and returns what they printed.</summary>
    public static string RunUnderTorchrun(string folder, int processes, params string[] arguments)
    {
        // torchrun's own store asks for libuv whatever USE_LIBUV says.
        var without = Directory.CreateDirectory(Path.Combine(folder, "without-libuv")).FullName;
        File.WriteAllText(Path.Combine(without, "sitecustomize.py"), """
            import torch.distributed as dist

            begin = dist.TCPStore.__init__
            dist.TCPStore.__init__ = lambda self, *given, **named: begin(self, *given, **{**named, "use_libuv": False})
            """);
        return Start(
            folder, ["-m", "torch.distributed.run", "--standalone", "--local-addr=127.0.0.1", $"--nproc_per_node={processes}", .. arguments],
            ("PYTHONPATH", without)).Output();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Running Start(string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(RealPyTorch.Python, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
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
}
