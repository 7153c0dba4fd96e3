using System.Diagnostics;
using TorchSharp.Tests.Kernels;

namespace TorchSharp.Tests.Tensors;

public class Instruction_sets
{
    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    public async Task Narrower_machines_get_the_same_values(string variable, string value)
    {
        // This program again, with instructions switched off: the goldens have to hold there too.
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(Instruction_sets).Assembly.Location);
        foreach (var tests in new[] { typeof(Operations_against_PyTorch), typeof(AvgPoolTests), typeof(MaxPoolTests), typeof(AdaptivePoolTests), typeof(BatchNormTests), typeof(ResampleTests) })
        {
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add(tests.FullName!);
        }
        start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await errors);
        Assert.DoesNotContain("Total: 0", await output);
    }
}
