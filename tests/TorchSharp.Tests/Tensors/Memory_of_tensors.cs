using TorchSharp.Memory;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

[Collection(Alone.Name)]
public class Memory_of_tensors
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_pool_is_flat_over_hundreds_of_training_steps(bool scopes)
    {
        var net = nn.Sequential(nn.Conv2d(3, 16, 3, padding: 1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(16 * 64, 10));
        var optimizer = optim.SGD(net.parameters(), 0.01, momentum: 0.9);
        Tensor x = randn(32, 3, 16, 16), target = randint(0, 10, [32]);
        // What other tests forgot must not go back to the pool while this one counts.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        BufferPool.Trim();
        var start = BufferPool.LiveBytes;
        long before = 0, after = 0;
        for (var i = 0; i < 400; i++)
        {
            if (scopes)
            {
                using var scope = NewDisposeScope();
                Step();
            }
            else
            {
                Step();
            }
            ref var half = ref i < 200 ? ref before : ref after;
            half = Math.Max(half, BufferPool.LiveBytes + BufferPool.PooledBytes - start);
        }
        // One step makes about 3 MB. Forgotten handles wait for a collection, which comes by a quarter of a gigabyte.
        Assert.True(before < (scopes ? 32L : 512L) << 20, $"the pool holds {before >> 20} MiB");
        Assert.True(after <= (before * 11 / 10) + (3L << 20), $"the pool grew from {before >> 20} to {after >> 20} MiB");

        void Step()
        {
            optimizer.zero_grad();
            nn.functional.cross_entropy(net.call(x), target).backward();
            optimizer.step();
        }
    }

    [Fact]
    public void Two_thousand_steps_with_forgotten_handles_stay_bounded()
    {
        var weight = randn(64, 64).requires_grad_();
        var start = BufferPool.LiveBytes;
        long peak = 0;
        for (var step = 0; step < 2000; step++)
        {
            var x = ones(512, 64);
            var loss = (x.matmul(weight).relu() * 2 + 1).mean();
            loss.backward();
            using (no_grad()) weight.sub_(weight.grad! * 0.001);
            weight.grad = null;
            peak = Math.Max(peak, BufferPool.LiveBytes - start);
        }
        // One step makes about 0.8 MB; without collection 2,000 of them would hold 1.6 GB.
        Assert.True(peak < 700L << 20, $"live bytes rose to {peak >> 20} MB");
    }

    [Fact]
    public void Disposed_steps_hold_nothing_at_all()
    {
        var weight = randn(32, 32).requires_grad_();
        Step();
        var before = BufferPool.LiveBytes;
        for (var i = 0; i < 50; i++) Step();
        Assert.Equal(before, BufferPool.LiveBytes);

        void Step()
        {
            using var scope = NewDisposeScope();
            var loss = (ones(512, 32).matmul(weight).relu() * 2 + 1).mean();
            loss.backward();
            using (no_grad()) weight.sub_(weight.grad! * 0.001);
            weight.grad!.zero_();
        }
    }

    [Fact]
    public void A_graph_whose_result_is_disposed_frees_what_it_saved()
    {
        var x = ones(1000, requires_grad: true);
        var y = x.exp();
        var storage = y.Impl.Storage;
        var z = y * y;
        y.Dispose();
        Assert.True(Holds(storage));
        z.Dispose();
        Assert.False(Holds(storage));
    }

    [Fact]
    public void Views_keep_the_memory_of_what_they_view()
    {
        var x = arange(6, dtype: ScalarType.Float32);
        var view = x.view(2, 3)[1];
        x.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal([3f, 4f, 5f], view.data<float>().ToArray());
    }

    [Fact]
    public void A_tensor_too_large_for_the_machine_says_so()
    {
        Assert.Contains("Not enough memory", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => zeros(1L << 45)).Message);
        Assert.Contains("more bytes than a machine can address", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => zeros(1L << 61)).Message);
        Assert.Contains("more elements than 64 bits can count", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => zeros(1L << 40, 1L << 40)).Message);
    }

    private static bool Holds(TorchSharp.Core.Storage storage) => storage.Data != 0;
}
