// Operations one by one, forward and with their gradients, beside PyTorch: which of them would make a learner wait?

using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Bench;

internal static class Operations
{
    private const double WarmUp = 0.15;
    private const double Seconds = 0.3;
    private const int FewestCalls = 5;

    private static readonly long[] s_maps = [32, 64, 32, 32];
    private static readonly long[] s_scores = [1024, 1000];

    /// <summary>Prints each operation's two least times in milliseconds, PyTorch's, and the ratios.</summary>
    public static int Run(string python, string filter)
    {
        var ours = Rows().Where(row => row.Name.Contains(filter, StringComparison.Ordinal)).Select(row => (row.Name, Times: Measure(row.Run, row.Shape))).ToList();
        // One after the other, so that neither waits for the other's threads.
        var theirs = new PyTorchTwin(python).Lines("operations_twin.py", filter).Select(line => line.Split('|'))
            .ToDictionary(cells => cells[0], cells => (Forward: Number(cells[1]), Both: Number(cells[2])));
        Console.WriteLine($"{"milliseconds",-26} {"forward",9} {"PyTorch",9} {"ratio",6} {"+backward",10} {"PyTorch",9} {"ratio",6}");
        int behind = 0, count = 0;
        foreach (var (name, (forward, both)) in ours)
        {
            if (!theirs.TryGetValue(name, out var twin))
            {
                Console.Error.WriteLine($"{python} operations_twin.py printed no row \"{name}\"; it needs PyTorch.");
                return 1;
            }
            var (forwardTwin, bothTwin) = twin;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-26} {forward,9:0.000} {forwardTwin,9:0.000} {forward / forwardTwin,6:0.00} {both,10:0.000} {bothTwin,9:0.000} {both / bothTwin,6:0.00}"));
            count += 2;
            behind += (forward > forwardTwin ? 1 : 0) + (both > bothTwin ? 1 : 0);
        }
        Console.WriteLine($"{count - behind} of {count} at or under PyTorch.");
        return 0;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static (double Forward, double Both) Measure(Func<Tensor, Tensor> run, long[] shape)
    {
        manual_seed(1);
        using var x = randn(shape).requires_grad_();
        Tensor grad;
        using (no_grad()) grad = ones_like(run(x));
        var forward = Least(() =>
        {
            using var scope = NewDisposeScope();
            using var frozen = no_grad();
            run(x);
        });
        var both = Least(() =>
        {
            using var scope = NewDisposeScope();
            x.grad = null;
            run(x).backward([grad]);
        });
        grad.Dispose();
        return (forward, both);
    }

    // The least: a call of a millisecond is often held up by four, a tick of the system's scheduler, in one peer or the other.
    private static double Least(Action call)
    {
        var total = Stopwatch.StartNew();
        do call();
        while (total.Elapsed.TotalSeconds < WarmUp);
        var least = double.PositiveInfinity;
        total.Restart();
        for (var calls = 0; calls < FewestCalls || total.Elapsed.TotalSeconds < Seconds; calls++)
        {
            var clock = Stopwatch.StartNew();
            call();
            least = Math.Min(least, clock.Elapsed.TotalMilliseconds);
        }
        return least;
    }

    private static IEnumerable<(string Name, Func<Tensor, Tensor> Run, long[] Shape)> Rows()
    {
        foreach (var (name, layer) in Layers())
        {
            Func<Tensor, Tensor> run = layer.call;
            yield return (name, run, s_maps);
        }
        yield return ("linear", Linear(1024, 1024).call, [256, 1024]);
        yield return ("conv1d", Conv1d(64, 64, 3, padding: 1).call, [32, 64, 1024]);
        yield return ("softmax channels", x => F.softmax(x, 1), s_maps);
        yield return ("softmax", x => F.softmax(x, -1), s_scores);
        yield return ("log_softmax", x => F.log_softmax(x, -1), s_scores);
        yield return ("cross_entropy", x => F.cross_entropy(x, zeros(1024, dtype: int64)), s_scores);
        yield return ("mse_loss", x => F.mse_loss(x, zeros_like(x)), s_maps);
        yield return ("smooth_l1_loss", x => F.smooth_l1_loss(x, zeros_like(x)), s_maps);
        yield return ("interpolate nearest", x => F.interpolate(x, scale_factor: [2, 2]), s_maps);
        yield return ("interpolate bilinear", x => F.interpolate(x, scale_factor: [2, 2], mode: InterpolationMode.Bilinear), s_maps);
        yield return ("grid_sample", x => F.grid_sample(x, F.affine_grid(eye(2, 3).expand(32, -1, -1), [32, 64, 32, 32], false), align_corners: false), s_maps);
        yield return ("pad", x => F.pad(x, [2, 2, 2, 2]), s_maps);
        yield return ("pad reflect", x => F.pad(x, [2, 2, 2, 2], PaddingModes.Reflect), s_maps);
        yield return ("unfold", x => F.unfold(x, 3, padding: 1), [8, 64, 32, 32]);
        yield return ("pixel_shuffle", x => F.pixel_shuffle(x, 2), s_maps);
        yield return ("cat", x => cat([x, x, x], 1), s_maps);
        yield return ("permute contiguous", x => x.permute(0, 2, 3, 1).contiguous(), s_maps);
        yield return ("flip", x => x.flip(3), s_maps);
        yield return ("roll", x => x.roll(1, 3), s_maps);
        yield return ("index_select", x => x.index_select(0, arange(31, -1, -1)), s_maps);
        yield return ("gather", x => x.gather(1, zeros(32, 64, 32, 32, dtype: int64)), s_maps);
        yield return ("masked selection", x => x[x > 0], s_maps);
        yield return ("where", x => where(x > 0, x, zeros_like(x)), s_maps);
        yield return ("clamp", x => x.clamp(-1, 1), s_maps);
        yield return ("multiply and add", x => x * 2 + 1, s_maps);
        yield return ("scale by channel", x => x * x.mean([2, 3], true), s_maps);
        yield return ("divide", x => x / (x.abs() + 1), s_maps);
        yield return ("exp", x => x.exp(), s_maps);
        yield return ("log", x => (x.abs() + 1).log(), s_maps);
        yield return ("sqrt", x => (x.abs() + 1).sqrt(), s_maps);
        yield return ("sum", x => x.sum(), s_maps);
        yield return ("sum images", x => x.sum(0), s_maps);
        yield return ("mean pixels", x => x.mean([2, 3]), s_maps);
        yield return ("var channels", x => x.var([0, 2, 3]), s_maps);
        yield return ("max channels", x => x.max(1).values, s_maps);
        yield return ("norm", x => x.norm(), s_maps);
        yield return ("cumsum", x => x.cumsum(1), s_maps);
        yield return ("topk", x => x.topk(5, -1).values, s_scores);
        yield return ("sort", x => x.sort(-1).Values, s_scores);
        yield return ("bmm", x => x.bmm(x.transpose(1, 2)), [64, 128, 128]);
        yield return ("einsum", x => einsum("nchw,ndhw->ncd", x, x), s_maps);
        yield return ("float16 and back", x => x.to(float16).to(float32), s_maps);
        yield return ("bfloat16 and back", x => x.to(bfloat16).to(float32), s_maps);
    }

    private static IEnumerable<(string Name, Module<Tensor, Tensor> Layer)> Layers() =>
    [
        ("depthwise 3x3", Conv2d(64, 64, 3, padding: 1, groups: 64)),
        ("grouped 3x3", Conv2d(64, 64, 3, padding: 1, groups: 4)),
        ("dilated 3x3", Conv2d(64, 64, 3, padding: 2, dilation: 2)),
        ("conv 5x5", Conv2d(64, 64, 5, padding: 2)),
        ("conv 3x3/2", Conv2d(64, 128, 3, stride: 2, padding: 1)),
        ("conv 1x1/2", Conv2d(64, 128, 1, stride: 2)),
        ("conv 1x7", Conv2d(64, 64, (1, 7), padding: (0, 3))),
        ("transposed 4x4/2", ConvTranspose2d(64, 32, 4, stride: 2, padding: 1)),
        ("batch norm", BatchNorm2d(64)),
        ("group norm", GroupNorm(8, 64)),
        ("layer norm", LayerNorm([32, 32])),
        ("instance norm", InstanceNorm2d(64)),
        ("local response norm", LocalResponseNorm(5)),
        ("max pool 2x2", MaxPool2d(2)),
        ("max pool 3x3/2", MaxPool2d(3, stride: 2, padding: 1)),
        ("avg pool 3x3/1", AvgPool2d(3, stride: 1, padding: 1)),
        ("adaptive avg pool 7", AdaptiveAvgPool2d([7, 7])),
        ("adaptive avg pool 1", AdaptiveAvgPool2d([1, 1])),
        ("adaptive max pool 7", AdaptiveMaxPool2d([7, 7])),
        ("relu", ReLU()),
        ("leaky relu", LeakyReLU(0.1)),
        ("prelu", PReLU(64)),
        ("elu", ELU()),
        ("gelu", GELU()),
        ("silu", SiLU()),
        ("sigmoid", Sigmoid()),
        ("tanh", Tanh()),
        ("softplus", Softplus()),
        ("dropout", Dropout(0.5)),
        ("dropout2d", Dropout2d(0.5)),
    ];
}
