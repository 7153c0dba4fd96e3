using System.Diagnostics;
using NotebookHost;

namespace Tests;

/// <summary>Every verb that trains or runs nets takes --device, and refuses a device that is not there before it does anything.</summary>
public sealed class DeviceTests
{
    public static TheoryData<string> Verbs => ["train resnet-cifar-20", "run 00 --profile smoke", "learn --no-browser", "forward lenet-small --weights none --input none --output none"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_device_of_another_name_is_wrong_use(string verb)
    {
        var answer = Answer.To([.. verb.Split(' '), "--device", "gpu"]);
        Assert.Equal(2, answer.Code);
        Assert.Contains("There is no device \"gpu\"; use cpu, cuda or auto.", answer.Error);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_GPU_is_refused_where_there_is_none(string verb)
    {
        Assert.SkipWhen(TorchSharp.torch.cuda_is_available(), "A GPU is here.");
        var answer = Answer.To([.. verb.Split(' '), "--device", "cuda"]);
        Assert.Equal(2, answer.Code);
        Assert.Contains("use --device cpu", answer.Error);
        Assert.Equal("", answer.Out);
    }

    [Fact]
    public void A_device_of_the_environment_is_refused_with_the_name_of_the_variable()
    {
        var start = new ProcessStartInfo(DotnetHost.Path, ["exec", Path.Combine(AppContext.BaseDirectory, "course.dll"), "train", "resnet-cifar-20"])
        {
            RedirectStandardError = true,
        };
        start.Environment["COURSE_DEVICE"] = "gpu";
        using var course = Process.Start(start)!;
        var error = course.StandardError.ReadToEnd();
        course.WaitForExit();
        Assert.Equal(2, course.ExitCode);
        Assert.Equal("The variable COURSE_DEVICE is \"gpu\". There is no device \"gpu\"; use cpu, cuda or auto.", error.Trim());
    }
}
