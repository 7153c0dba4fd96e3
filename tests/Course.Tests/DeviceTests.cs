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
}
