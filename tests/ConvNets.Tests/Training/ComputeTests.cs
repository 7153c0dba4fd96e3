using System.Runtime.InteropServices;
using ConvNets.Data;
using ConvNets.Training;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tests.Training;

public sealed class ComputeTests
{
    [Fact]
    public void Auto_prefers_a_GPU_and_takes_the_CPU_where_there_is_none()
    {
        Assert.Equal(cuda_is_available() ? DeviceType.CUDA : DeviceType.CPU, Compute.Choose("auto").type);
        Assert.Equal(DeviceType.CPU, Compute.Choose("CPU").type);
    }

    [Fact]
    public void A_GPU_that_is_not_there_is_refused_in_one_sentence_that_says_what_to_do()
    {
        Assert.SkipWhen(cuda_is_available(), "A GPU is here.");
        Assert.Contains("use --device cpu", Assert.Throws<DeviceException>(() => Compute.Choose("cuda")).Message);
        Assert.Contains("use --device cpu", Assert.Throws<DeviceException>(() => Compute.Choose("cuda:1")).Message);
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    [InlineData("")]
    public void A_device_of_another_name_is_refused(string name) =>
        Assert.Equal($"There is no device \"{name}\"; use cpu, cuda or auto.", Assert.Throws<DeviceException>(() => Compute.Choose(name)).Message);

    [Fact]
    public void A_net_that_is_lent_comes_home_and_a_batch_that_is_there_stays()
    {
        using var net = new TinyNet();
        using var batch = new Batch(ones(2, 3, 32, 32), zeros(2, dtype: ScalarType.Int64), [0, 1]);
        using (Compute.Lend(net))
        {
            Assert.Equal(Compute.Device.type, net.parameters().First().device_type);
            Assert.Equal(Compute.Device.type, batch.Bring(net).Images.device_type);
        }

        Assert.Equal(DeviceType.CPU, net.parameters().First().device_type);
        Assert.Same(batch, batch.Bring(net));
    }

    [Fact]
    public void The_state_of_a_recurrent_net_has_the_type_and_the_place_of_its_input()
    {
        using var _ = no_grad();
        using var net = ConvNets.Architectures.ResidualLstmNet.Build(layers: 2, classes: 5, inputs: 6, cells: 8, outputs: 4);
        net.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, net.call(ones([1, 3, 6], ScalarType.Float64)).dtype);
    }

    [Theory]
    [InlineData("CUDA out of memory. Tried to allocate 2.00 GiB.", true)]
    [InlineData("DefaultCPUAllocator: not enough memory: you tried to allocate 4 bytes.", true)]
    [InlineData("shape '[5, 5]' is invalid for input of size 24", false)]
    public void An_engine_without_memory_is_recognised(string message, bool expected) =>
        Assert.Equal(expected, BatchTooLargeException.IsIt(new ExternalException(message)));

    [Theory]
    [InlineData(20, 16, "A batch of 64 pictures does not fit into memory, one of 16 does: use --batch 16.")]
    [InlineData(0, 0, "Not even one picture of the batch of 64 fits into memory: use a smaller network or smaller pictures.")]
    public void A_batch_that_does_not_fit_is_answered_with_one_that_does(int most, int fits, string sentence)
    {
        var split = Datasets.Embedded(train: 64, test: 10);
        using var net = new TinyNet();
        var trainer = new Trainer(net, new TrainingRecipe { Epochs = 1, LearningRate = 0.1 }, Loaders.Train(split, 64))
        {
            Criterion = (logits, labels) => logits.shape[0] > most ? throw new ExternalException("CUDA out of memory.") : F.cross_entropy(logits, labels),
        };
        var refusal = Assert.Throws<BatchTooLargeException>(() => trainer.Fit(token: TestContext.Current.CancellationToken));
        Assert.Equal(fits, refusal.Fits);
        Assert.Equal(sentence, refusal.Message);
    }
}
