using TorchSharp.Memory;
using TorchSharp.Threading;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.NetworkOps;

public class Training_is_reproducible
{
    [Fact]
    public void The_number_of_threads_does_not_change_a_bit_of_the_weights()
    {
        var before = WorkerTeam.Threads;
        try
        {
            WorkerTeam.Threads = 1;
            var one = Train();
            WorkerTeam.Threads = 4;
            Assert.Equal(one, Train());
        }
        finally
        {
            WorkerTeam.Threads = before;
        }
    }

    [Fact]
    public void Steps_without_dispose_scopes_leave_the_live_memory_bounded()
    {
        var x = randn(64, 16, 32, 32);
        var w = randn(16, 16, 3, 3).requires_grad_();
        var highest = 0L;
        // 150 steps make more than 2 GB of tensors that nobody disposes.
        for (var step = 0; step < 150; step++)
        {
            w.grad = null;
            F.relu(F.conv2d(x, w, padding: [1, 1])).sum().backward();
            highest = Math.Max(highest, BufferPool.LiveBytes);
        }
        Assert.True(highest < 1200L << 20, $"{highest >> 20} MB were live at once");
    }

    private static float[] Train()
    {
        using var scope = NewDisposeScope();
        var random = new Random(1);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
        var w1 = tensor(Numbers(16 * 3 * 9), [16, 3, 3, 3]).requires_grad_();
        var w2 = tensor(Numbers(24 * 16 * 9), [24, 16, 3, 3]).requires_grad_();
        var w3 = tensor(Numbers(10 * 24), [10, 24]).requires_grad_();
        var x = tensor(Numbers(20 * 3 * 16 * 16), [20, 3, 16, 16]);
        var target = tensor(Enumerable.Range(0, 20).Select(i => i * 3L % 10).ToArray());
        for (var step = 0; step < 3; step++)
        {
            var h = F.relu(F.batch_norm(F.conv2d(x, w1, padding: [1, 1]), null, null, null, null, training: true));
            h = F.max_pool2d(F.relu(F.conv2d(h, w2, padding: [1, 1])), 2);
            F.cross_entropy(F.linear(F.adaptive_avg_pool2d(h, 1).flatten(1), w3), target).backward();
            using var frozen = no_grad();
            foreach (var w in new[] { w1, w2, w3 })
            {
                w.sub_(w.grad! * 0.1);
                w.grad = null;
            }
        }
        return [.. w1.data<float>().ToArray(), .. w2.data<float>().ToArray(), .. w3.data<float>().ToArray()];
    }
}
