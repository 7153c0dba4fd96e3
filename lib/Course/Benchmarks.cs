// Benchmarks of the engine: what a training step of this course spends its time on, in the units that compare machines.

using System.Diagnostics;
using ConvNets.Architectures;
using ConvNets.Geometry;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course;

/// <summary>One measurement.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Milliseconds">Median time of one run.</param>
/// <param name="Rate">Work a second, in <paramref name="Unit"/>.</param>
/// <param name="Unit"><c>GFLOP/s</c> (2 x multiply-accumulates), <c>GB/s</c> or <c>pictures/s</c>.</param>
/// <param name="Runs">Runs behind the median.</param>
internal sealed record Measurement(string Name, double Milliseconds, double Rate, string Unit, int Runs);

/// <summary>A piece of work: the setting up gives the run and what to dispose after it.</summary>
/// <param name="Name">Stable name, for filters.</param>
/// <param name="Work">Work of one run, in units of 1e9 (FLOP, bytes) or in pictures.</param>
/// <param name="Unit">Unit of the rate.</param>
/// <param name="SetUp">Makes the run.</param>
internal sealed record Benchmark(string Name, double Work, string Unit, Func<Action> SetUp)
{
    private const double Seconds = 1.0;

    /// <summary>All benchmarks.</summary>
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        MatrixProduct(512),
        MatrixProduct(1024),
        Convolution("conv-3x3-16-32", 128, 16, 32, 3),
        Convolution("conv-3x3-64-56", 8, 64, 56, 3),
        Convolution("conv-1x1-256-28", 8, 256, 28, 1),
        Convolution("conv-7x7-stem", 4, 3, 224, 7, stride: 2, outChannels: 64),
        Bandwidth("batch-norm", x => nn.BatchNorm2d(64).call(x)),
        Bandwidth("relu", x => F.relu(x)),
        Bandwidth("max-pool-2x2", x => F.max_pool2d(x, 2)),
        Bandwidth("add", x => x + x),
        Forward("resnet-18", 4),
        Step("resnet-cifar-20", 128),
        Step("lenet-small", 128),
    ];

    /// <summary>Runs for about a second after a warm-up.</summary>
    public Measurement Run(CancellationToken token)
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        var run = SetUp();
        var times = new List<double>();
        var total = Stopwatch.StartNew();
        for (var i = -2; i < 3 || total.Elapsed.TotalSeconds < Seconds; i++)
        {
            token.ThrowIfCancellationRequested();
            var clock = Stopwatch.StartNew();
            using (NewDisposeScope())
            {
                run();
            }

            if (i >= 0)
            {
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        var median = times[times.Count / 2];
        return new Measurement(Name, median, Work / (median / 1000), Unit, times.Count);
    }

    private static Benchmark MatrixProduct(int n) => new($"matmul-{n}", 2.0 * n * n * n / 1e9, "GFLOP/s", () =>
    {
        var (a, b) = (randn(n, n), randn(n, n));
        return () => a.matmul(b);
    });

    private static Benchmark Convolution(string name, int batch, int channels, int size, int kernel, int stride = 1, int? outChannels = null)
    {
        var filters = outChannels ?? channels;
        var side = (size + 2 * (kernel / 2) - kernel) / stride + 1;
        return new(name + "-forward-backward", 3 * 2.0 * batch * filters * channels * kernel * kernel * side * side / 1e9, "GFLOP/s", () =>
        {
            var x = randn(batch, channels, size, size).requires_grad_();
            var w = randn(filters, channels, kernel, kernel).requires_grad_();
            var g = randn(batch, filters, side, side);
            return () =>
            {
                F.conv2d(x, w, strides: [stride], padding: [kernel / 2]).backward([g]);
                x.grad?.zero_();
                w.grad?.zero_();
            };
        });
    }

    private static Benchmark Bandwidth(string name, Func<Tensor, Tensor> operation) => new(name, 2.0 * 4 * 32 * 64 * 56 * 56 / 1e9, "GB/s", () =>
    {
        var x = randn(32, 64, 56, 56);
        return () =>
        {
            using var _ = no_grad();
            operation(x);
        };
    });

    private static Benchmark Forward(string id, int batch) => new($"{id}-forward", batch, "pictures/s", () =>
    {
        var architecture = Registry.Find(id);
        var net = architecture.Create();
        net.eval();
        var x = randn([batch, .. architecture.Input]);
        return () =>
        {
            using var _ = no_grad();
            net.call(x);
        };
    });

    private static Benchmark Step(string id, int batch) => new($"{id}-step", batch, "pictures/s", () =>
    {
        var architecture = Registry.Find(id);
        var net = architecture.Create();
        net.train();
        var optimizer = optim.SGD(net.parameters(), 0.01, momentum: 0.9);
        var (x, y) = (randn([batch, .. architecture.Input]), randint(0, architecture.Classes, [batch], ScalarType.Int64));
        return () =>
        {
            optimizer.zero_grad();
            F.cross_entropy(net.call(x), y).backward();
            optimizer.step();
        };
    });
}
