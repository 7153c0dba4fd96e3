using TorchSharp;
using static TorchSharp.torch;

namespace Tests;

public class MetaDeviceTests
{
    [Fact]
    public void A_module_on_the_meta_device_has_shapes_and_no_values()
    {
        set_default_device(META);
        try
        {
            using var layer = nn.Conv2d(3, 8, 5);
            using var norm = nn.BatchNorm2d(8);
            nn.init.normal_(layer.weight, 0, 1);
            Assert.Equal([8, 3, 5, 5], layer.weight.shape);
            Assert.True(norm.weight.is_meta);
            Assert.Equal(DeviceType.META, layer.weight.device.type);
        }
        finally
        {
            set_default_device(CPU);
        }
        using var real = zeros(2);
        Assert.Equal(DeviceType.CPU, real.device.type);
    }

    [Fact]
    public void A_computation_on_the_meta_device_is_refused_in_one_sentence()
    {
        using var shape = empty([2, 3], device: META);
        Assert.Contains("no values", Assert.Throws<InvalidOperationException>(() => shape.sum()).Message);
    }

    [Fact]
    public void The_default_device_belongs_to_a_thread()
    {
        set_default_device(META);
        try
        {
            var other = DeviceType.META;
            var thread = new Thread(() => other = zeros(1).device.type);
            thread.Start();
            thread.Join();
            Assert.Equal(DeviceType.CPU, other);
        }
        finally
        {
            set_default_device(CPU);
        }
    }
}
