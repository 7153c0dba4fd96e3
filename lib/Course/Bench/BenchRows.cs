// The rows of the engine benchmark: matrix products, convolutions, training steps and inference of whole networks.
// tests/Bench/pytorch_twin.py does the same work under the same names.

using ConvNets.Architectures;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Course.Bench;

internal static class BenchRows
{
    /// <summary>The networks of the training rows with their batches.</summary>
    public static IReadOnlyList<(string Id, long Batch)> TrainingRows => s_training;

    private static readonly (string Id, long Batch)[] s_training =
        [("resnet-cifar-20", 128), ("small-vgg", 128), ("nin-cifar", 128), ("densenet-cifar-40-12", 64)];

    private static readonly (string Id, long Size)[] s_inference =
        [("alexnet-owt", 224), ("vgg-d", 224), ("resnet-50-tv", 224), ("googlenet-tv", 224), ("inception-v3", 299), ("densenet-121", 224)];

    /// <summary>All rows whose name contains the filter.</summary>
    public static IReadOnlyList<BenchRow> Matching(string? filter) =>
        [.. All().Where(r => filter is null || r.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))];

    private static IEnumerable<BenchRow> All()
    {
        yield return Product(512, 512, 512);
        yield return Product(1024, 1024, 1024);
        yield return Product(4096, 256, 1152);
        foreach (var row in Convolution(32, 64, 56, 64, 3, 1, 1)) yield return row;
        foreach (var row in Convolution(8, 3, 224, 64, 7, 2, 3)) yield return row;
        foreach (var row in Convolution(8, 256, 56, 64, 1, 1, 0)) yield return row;
        foreach (var row in Convolution(128, 16, 32, 16, 3, 1, 1)) yield return row;
        yield return Layer("batch norm", () => BatchNorm2d(64));
        yield return Layer("relu", () => ReLU());
        yield return Layer("max pool 2x2", () => MaxPool2d(2));
        yield return Layer("avg pool 3x3/1", () => AvgPool2d(3, stride: 1, padding: 1));
        yield return Layer("local response norm 5", () => LocalResponseNorm(5));
        foreach (var (id, batch) in s_training) yield return Training(id, batch);
        foreach (var (id, size) in s_inference)
        {
            yield return Inference(id, 1, size);
            yield return Inference(id, 8, size);
        }
    }

    private static BenchRow Product(long m, long n, long k) => new($"sgemm {m}x{n}x{k}", 2.0 * m * n * k, () =>
    {
        Tensor a = randn(m, k), b = randn(k, n);
        return () => a.matmul(b).Dispose();
    });

    private static IEnumerable<BenchRow> Convolution(long batch, long channels, long size, long outputs, long kernel, long stride, long padding)
    {
        var output = (size + 2 * padding - kernel) / stride + 1;
        var flops = 2.0 * batch * outputs * output * output * channels * kernel * kernel;
        var name = $"conv {channels}->{outputs} {kernel}x{kernel}/{stride} {size}x{size} N={batch}";
        yield return new BenchRow(name + " forward", flops, () =>
        {
            Tensor x = randn(batch, channels, size, size), w = randn(outputs, channels, kernel, kernel);
            return () => F.conv2d(x, w, strides: [stride, stride], padding: [padding, padding]).Dispose();
        });
        yield return new BenchRow(name + " forward+backward", 3 * flops, () =>
        {
            var x = randn(batch, channels, size, size).requires_grad_();
            var w = randn(outputs, channels, kernel, kernel).requires_grad_();
            var grad = randn(batch, outputs, output, output);
            return () =>
            {
                using var scope = NewDisposeScope();
                (x.grad, w.grad) = (null, null);
                F.conv2d(x, w, strides: [stride, stride], padding: [padding, padding]).backward([grad]);
            };
        });
    }

    // Layers whose time is that of the memory.
    private static BenchRow Layer(string name, Func<Module<Tensor, Tensor>> create) => new($"layer {name} 64x56x56 N=32", 0, () =>
    {
        var layer = create();
        var x = randn(32, 64, 56, 56);
        return () =>
        {
            using var frozen = no_grad();
            layer.call(x).Dispose();
        };
    });

    private static BenchRow Training(string id, long batch) => new($"train {id} b{batch}", 3 * batch * Flops(id, [3, 32, 32]), () =>
    {
        var step = TrainingStep(id, batch);
        return () =>
        {
            using var scope = NewDisposeScope();
            step();
        };
    });

    /// <summary>Forward, cross-entropy, backward, SGD with momentum (or Adam) on 3x32x32 pictures, without a dispose scope.</summary>
    public static Action TrainingStep(string id, long batch, bool adam = false)
    {
        manual_seed(1);
        var net = Create(id, 10);
        optim.Optimizer optimizer = adam ? optim.Adam(net.parameters()) : optim.SGD(net.parameters(), 0.01, momentum: 0.9);
        Tensor x = randn(batch, 3, 32, 32), target = randint(0, 10, [batch]);
        net.train();
        return () =>
        {
            optimizer.zero_grad();
            F.cross_entropy(net.call(x), target).backward();
            optimizer.step();
        };
    }

    private static BenchRow Inference(string id, long batch, long size) => new($"infer {id} b{batch}", batch * Flops(id, [3, size, size]), () =>
    {
        manual_seed(1);
        var net = Create(id, 1000);
        var x = randn(batch, 3, size, size);
        net.eval();
        return () =>
        {
            using var scope = NewDisposeScope();
            using var frozen = no_grad();
            net.call(x);
        };
    });

    private static double Flops(string id, long[] input) => id == "small-vgg" ? SmallVggFlops : 2.0 * Registry.Table(id, input, input[1] == 32 ? 10 : 1000).Macs;

    private static Module<Tensor, Tensor> Create(string id, long classes) => id == "small-vgg" ? SmallVgg() : Registry.Create(id, classes);

    // 3x3 convolutions at 32, 32, 16, 16, 8, 8 pixels and the linear layer.
    private static double SmallVggFlops => 2.0 * (9 * (1024 * (3 * 64 + 64 * 64) + 256 * (64 * 128 + 128 * 128) + 64 * (128 * 256 + 256 * 256)) + 4096 * 10);

    private static Module<Tensor, Tensor> SmallVgg()
    {
        var layers = new List<Module<Tensor, Tensor>>();
        long channels = 3;
        foreach (var width in new long[] { 64, 128, 256 })
        {
            for (var i = 0; i < 2; i++)
            {
                layers.AddRange([Conv2d(channels, width, 3, padding: 1), BatchNorm2d(width), ReLU()]);
                channels = width;
            }
            layers.Add(MaxPool2d(2));
        }
        return Sequential([.. layers, Flatten(), Linear(4096, 10)]);
    }
}
