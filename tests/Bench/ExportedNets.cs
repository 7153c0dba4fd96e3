// Every architecture, exported and computed again by others: its PyTorch module by a real PyTorch, its ONNX file by the checker, by
// shape inference and by onnxruntime where Python has them. One row per architecture.

using System.Diagnostics;
using System.Globalization;
using ConvNets.Architectures;
using ConvNets.Export.Onnx;
using ConvNets.Export.PyTorch;
using ConvNets.Weights;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bench;

internal static class ExportedNets
{
    /// <summary>Exports each architecture into a folder of its own and lets <c>exported.py</c> compare; 1 where one differs.</summary>
    public static int Run(string python, string[] ids)
    {
        var failures = 0;
        foreach (var architecture in Registry.All.Where(a => ids.Length == 0 || ids.Contains(a.Id)))
        {
            var folder = Directory.CreateTempSubdirectory("exported-").FullName;
            try
            {
                Write(architecture, folder);
                using var process = Process.Start(new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "exported.py"), folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
                var errors = process.StandardError.ReadToEndAsync();
                var row = process.StandardOutput.ReadToEnd().Trim();
                process.WaitForExit();
                failures += process.ExitCode == 0 ? 0 : 1;
                Console.WriteLine($"{architecture.Id,-30} {row}{(process.ExitCode == 0 ? "" : " FAILED " + errors.Result.Trim().Split('\n')[^1])}");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Console.WriteLine(failures == 0 ? "All agree." : string.Create(CultureInfo.InvariantCulture, $"{failures} differ."));
        return failures == 0 ? 0 : 1;
    }

    private static void Write(Architecture architecture, string folder)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        manual_seed(7);
        using var net = architecture.Create();
        using var x = randn([1, .. architecture.Input]);
        MeasureStatistics(net, x);
        net.eval();
        Npy.Write(Path.Combine(folder, "x.npy"), x);
        File.WriteAllText(Path.Combine(folder, "net.py"), PyTorchModule.Text(net, architecture.Input, architecture.Name, "net"));
        StateDict.Save(net, Path.Combine(folder, "net.safetensors"));
        OnnxModel.Write(net, architecture.Input, Path.Combine(folder, "net.onnx"), architecture.Id, architecture.Name);
        // In float64, where a deep stack of layers amplifies no rounding.
        net.to(ScalarType.Float64);
        using var y = net.call(x.to(ScalarType.Float64));
        File.WriteAllText(Path.Combine(folder, "y.txt"), string.Join('\n', y.data<double>().ToArray().Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
    }

    // Statistics of the net's own signals, as training leaves them, so that a thousand layers neither vanish nor overflow; and biases
    // other than zero, so that no term is hidden.
    private static void MeasureStatistics(Module<Tensor, Tensor> net, Tensor x)
    {
        foreach (var (name, value) in net.named_parameters())
        {
            if (name.EndsWith("bias", StringComparison.Ordinal))
            {
                value.copy_(randn(value.shape) * 0.05);
            }
        }

        net.eval();
        var hooks = net.modules().OfType<BatchNorm2d>().Select(norm => norm.register_forward_pre_hook((_, input) =>
        {
            norm.running_mean!.copy_(input.mean([0, 2, 3]));
            norm.running_var!.copy_(input.var([0, 2, 3], unbiased: false) + 0.01);
            return input;
        })).ToList();
        net.call(x).Dispose();
        hooks.ForEach(hook => hook.remove());
    }
}
