using System.Diagnostics;

namespace Tests;

/// <summary>The build answers for the engines and companions that -p:Torch and -p:Extras name.</summary>
public sealed class OtherEnginesTests
{
    [Theory]
    [InlineData("CheckTorchName", "-p:Torch=gpu", "-p:Torch=gpu is not an engine; it takes embedded, cpu, cuda or the full path of a TorchSharp.dll.")]
    [InlineData("CheckTorchPath", "-p:Torch=/none/TorchSharp.dll", "There is no file /none/TorchSharp.dll; -p:Torch takes embedded, cpu, cuda or the full path of a TorchSharp.dll.")]
    [InlineData("CheckExtrasName", "-p:Extras=maybe", "-p:Extras=maybe is no provider; it takes embedded or nuget.")]
    public void A_wrong_name_is_answered_with_the_right_ones(string target, string property, string sentence)
    {
        var project = Path.Combine(Repository.Root, "lib", "Embedded", "OtherEngines.proj");
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, $"-t:{target}", property, "-nologo"]) { RedirectStandardOutput = true })!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(sentence, output);
    }
}
