using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using Reduction = TorchSharp.torch.nn.Reduction;

namespace Tests.NN;

/// <summary>Outputs and gradients in float64 from PyTorch 1.13: Golden/modules.py, which explains the inputs.</summary>
public class Modules_equal_PyTorch
{
    private sealed record Case(long[][] Shapes, Func<Tensor[], Tensor> Function);

    private static readonly JsonElement Golden = GoldenFile.Json("modules.json");
    private static readonly long[] A = [2, 3, 4];
    private static readonly long[] I = [2, 3, 5, 4];
    private static readonly long[] M = [3, 4];
    private static readonly long[] G = [2, 3, 2, 2];

    private static Tensor Numbers => tensor([1L, 0, 3]);

    private static Tensor Map => tensor([1L, 0, 2, 2, 2, 1, 0, 1]).view(2, 4);

    private static Tensor Sign => tensor([1.0, -1.0, 1.0]);

    private static Tensor Weights => tensor([0.5, 1.5, 2.0, 0.7]);

    private static Case One(long[] shape, Func<Tensor, Tensor> f) => new([shape], t => f(t[0]));

    private static Case Two(long[] a, long[] b, Func<Tensor, Tensor, Tensor> f) => new([a, b], t => f(t[0], t[1]));

    private static Case Three(long[] a, long[] b, long[] c, Func<Tensor, Tensor, Tensor, Tensor> f) => new([a, b, c], t => f(t[0], t[1], t[2]));

    private static readonly Dictionary<string, Case> Activations = new()
    {
        ["relu"] = One(A, x => F.relu(x)),
        ["relu6"] = One(A, x => F.relu6(4 * x)),
        ["leaky_relu"] = One(A, x => F.leaky_relu(x, 0.2)),
        ["elu"] = One(A, x => F.elu(x, 0.7)),
        ["selu"] = One(A, x => F.selu(x)),
        ["celu"] = One(A, x => F.celu(x, 1.3)),
        ["gelu"] = One(A, F.gelu),
        ["gelu_tanh"] = One(A, x => F.gelu(x, GELU.Approximate.tanh)),
        ["silu"] = One(A, x => F.silu(x)),
        ["mish"] = One(A, x => F.mish(x)),
        ["sigmoid"] = One(A, F.sigmoid),
        ["logsigmoid"] = One(A, x => F.logsigmoid(20 * x)),
        ["tanh"] = One(A, x => F.tanh(x)),
        ["softplus"] = One(A, x => F.softplus(x, 2, 2.5)),
        ["softsign"] = One(A, x => F.softsign(x)),
        ["softshrink"] = One(A, x => F.softshrink(x, 0.4)),
        ["hardshrink"] = One(A, x => F.hardshrink(x, 0.4)),
        ["tanhshrink"] = One(A, x => F.tanhshrink(x)),
        ["hardtanh"] = One(A, x => F.hardtanh(x, -0.5, 0.8)),
        ["hardsigmoid"] = One(A, x => F.hardsigmoid(3 * x)),
        ["hardswish"] = One(A, x => F.hardswish(3 * x)),
        ["threshold"] = One(A, x => F.threshold(x, 0.2, -1)),
        ["glu"] = One(A, x => F.glu(x)),
        ["softmax"] = One(A, x => F.softmax(x, 1)),
        ["log_softmax"] = One(A, x => F.log_softmax(x, -1)),
        ["softmin"] = One(A, x => F.softmin(x, 0)),
        ["softmax2d"] = One(A, x => nn.Softmax2d().call(x)),
        ["rrelu_eval"] = One(A, x => F.rrelu(x)),
        ["prelu"] = Two(A, [3], F.prelu),
    };

    private static readonly Dictionary<string, Case> Layers = new()
    {
        ["group_norm"] = Three([2, 4, 3], [4], [4], (x, w, b) => F.group_norm(x, 2, w, b)),
        ["layer_norm"] = Three(A, M, M, (x, w, b) => F.layer_norm(x, [3, 4], w, b)),
        ["instance_norm"] = Three(I, [3], [3], (x, w, b) => F.instance_norm(x, weight: w, bias: b)),
        ["batch_norm_1d"] = Three([5, 3], [3], [3], (x, w, b) => F.batch_norm(x, null, null, w, b, true)),
        ["batch_norm_eval"] = One(I, x => F.batch_norm(x, Values([3], 20), Values([3], 21).abs() + 0.1)),
        ["local_response_norm"] = One(I, x => F.local_response_norm(x, 2, 0.5, 0.75, 2)),
        ["normalize"] = One(A, x => F.normalize(x)),
        ["normalize_1"] = One(A, x => F.normalize(x, 1, 2)),
        ["max_pool1d"] = One([2, 3, 9], x => F.max_pool1d(x, 3, 2, 1)),
        ["avg_pool1d"] = One([2, 3, 9], x => F.avg_pool1d(x, 3, 2, 1, count_include_pad: false)),
        ["avg_pool2d_ceil"] = One(I, x => F.avg_pool2d(x, 2, 2, ceil_mode: true)),
        ["max_pool2d_ceil"] = One(I, x => F.max_pool2d(x, (3, 2), (2, 2), (1, 1), ceil_mode: true)),
        ["adaptive_avg_pool1d"] = One([2, 3, 9], x => F.adaptive_avg_pool1d(x, 4)),
        ["adaptive_max_pool1d"] = One([2, 3, 9], x => F.adaptive_max_pool1d(x, 4)),
        ["adaptive_max_pool2d"] = One(I, x => F.adaptive_max_pool2d(x, [2, 3])),
        ["lp_pool1d"] = One([2, 3, 8], x => F.lp_pool1d(x, 2, 2)),
        ["lp_pool2d"] = One(I, x => F.lp_pool2d(x, 2, 2, 1)),
        ["max_unpool2d"] = One([2, 3, 4, 4], x =>
        {
            var (values, indices) = nn.MaxPool2d(2).forward_with_indices(x);
            return nn.MaxUnpool2d(2).call(values, indices);
        }),
        ["max_unpool1d"] = One([2, 3, 8], x =>
        {
            var (values, indices) = nn.MaxPool1d(2).forward_with_indices(x);
            return nn.MaxUnpool1d(2).call(values, indices);
        }),
        ["pad_reflect"] = One(I, x => nn.ReflectionPad2d((2, 1, 1, 3)).call(x)),
        ["pad_replicate"] = One(I, x => nn.ReplicationPad2d((2, 1, 1, 3)).call(x)),
        ["pad_circular"] = One(I, x => F.pad(x, (2, 1, 1, 3), PaddingModes.Circular)),
        ["pad_constant"] = One(A, x => nn.ConstantPad2d((1, 0, 0, 2), 0.5).call(x)),
        ["upsample_nearest"] = One(I, x => nn.Upsample(scale_factor: [1.5, 2]).call(x)),
        ["upsample_bilinear"] = One(I, x => F.interpolate(x, [7, 6], mode: InterpolationMode.Bilinear)),
        ["upsample_bilinear_corners"] = One(I, x => F.upsample_bilinear(x, [7, 6], align_corners: true)),
        ["upsample_bicubic"] = One(I, x => F.interpolate(x, scale_factor: [1.7, 1.7], mode: InterpolationMode.Bicubic)),
        ["upsample_linear"] = One([2, 3, 5], x => F.interpolate(x, scale_factor: [2.5], mode: InterpolationMode.Linear)),
        ["upsample_area"] = One(I, x => F.interpolate(x, [3, 2], mode: InterpolationMode.Area)),
        ["pixel_shuffle"] = One([2, 8, 2, 3], x => nn.PixelShuffle(2).call(x)),
        ["pixel_unshuffle"] = One([2, 2, 4, 6], x => nn.PixelUnshuffle(2).call(x)),
        ["unfold"] = One(I, x => F.unfold(x, (2, 3), (2, 1), (1, 1), (1, 2))),
        ["fold"] = One([2, 18, 8], x => F.fold(x, (5, 4), (2, 3), null, (0, 1), (1, 2))),
        ["affine_grid"] = One([2, 2, 3], t => F.affine_grid(t, [2, 1, 3, 4])),
        ["affine_grid_corners"] = One([2, 2, 3], t => F.affine_grid(t, [2, 1, 3, 4], true)),
        ["grid_sample"] = Two(I, G, (x, g) => F.grid_sample(x, g)),
        ["grid_sample_corners"] = Two(I, G, (x, g) => F.grid_sample(x, g, align_corners: true)),
        ["grid_sample_border"] = Two(I, G, (x, g) => F.grid_sample(x, g, padding_mode: GridSamplePaddingMode.Border)),
        ["grid_sample_reflection"] = Two(I, G, (x, g) => F.grid_sample(x, 2 * g, padding_mode: GridSamplePaddingMode.Reflection)),
        ["grid_sample_reflection_corners"] = Two(I, G, (x, g) => F.grid_sample(x, 2 * g, padding_mode: GridSamplePaddingMode.Reflection, align_corners: true)),
        ["grid_sample_nearest"] = Two(I, G, (x, g) => F.grid_sample(x, g, GridSampleMode.Nearest)),
        ["bilinear"] = new([[2, 4, 3], [2, 4, 2], [5, 3, 2], [5]], t => F.bilinear(t[0], t[1], t[2], t[3])),
        ["cosine_similarity"] = Two(A, A, (a, b) => F.cosine_similarity(a, b)),
        ["pairwise_distance"] = Two(M, M, (a, b) => F.pairwise_distance(a, b)),
        ["pairwise_distance_1"] = Two(M, M, (a, b) => nn.PairwiseDistance(1, keepdim: true).call(a, b)),
        ["conv1d"] = Three([2, 4, 9], [6, 2, 3], [6], (x, w, b) => F.conv1d(x, w, b, 2, 1, 2, 2)),
        ["conv2d_same"] = Three(I, [4, 3, 2, 3], [4], (x, w, b) => F.conv2d_padding(x, w, b, padding: Padding.Same)),
        ["conv_transpose1d"] = Three([2, 4, 5], [4, 3, 3], [3], (x, w, b) => F.conv_transpose1d(x, w, b, 2, 1, 1)),
        ["attention"] = Three(A, [2, 5, 4], [2, 5, 2], (q, k, v) => F.scaled_dot_product_attention(q, k, v)),
        ["attention_mask"] = new([M, [5, 4], [5, 2], [3, 5]], t => F.scaled_dot_product_attention(t[0], t[1], t[2], t[3])),
        ["attention_causal"] = Three(M, [5, 4], [5, 2], (q, k, v) => F.scaled_dot_product_attention(q, k, v, is_casual: true)),
        ["conv_transpose2d"] = Three([2, 4, 3, 3], [4, 2, 3, 2], [4], (x, w, b) => F.conv_transpose2d(x, w, b, [2], [1, 0], [0, 1], groups: 2)),
    };

    private static readonly Dictionary<string, Case> Losses = new()
    {
        ["mse_loss"] = Two(A, A, (a, b) => nn.MSELoss().call(a, b)),
        ["mse_loss_none"] = Two(A, A, (a, b) => nn.MSELoss(Reduction.None).call(a, b)),
        ["mse_loss_sum"] = Two(A, A, (a, b) => nn.MSELoss(Reduction.Sum).call(a, b)),
        ["l1_loss"] = Two(A, A, (a, b) => nn.L1Loss().call(a, b)),
        ["smooth_l1_loss"] = Two(A, A, (a, b) => nn.SmoothL1Loss(beta: 0.7).call(a, b)),
        ["huber_loss"] = Two(A, A, (a, b) => nn.HuberLoss(0.7).call(a, b)),
        ["kl_div"] = Two(A, A, (a, b) => nn.KLDivLoss(false).call(F.log_softmax(a, 1), F.softmax(b, 1))),
        ["kl_div_log"] = Two(A, A, (a, b) => nn.KLDivLoss(true, Reduction.Sum).call(F.log_softmax(a, 1), F.log_softmax(b, 1))),
        ["poisson_nll_loss"] = Two(A, A, (a, b) => nn.PoissonNLLLoss(full: true).call(a, (3 * b).exp().detach().round())),
        ["poisson_nll_loss_rate"] = Two(A, A, (a, b) => nn.PoissonNLLLoss(log_input: false).call(a.exp(), b.exp().detach())),
        ["gaussian_nll_loss"] = Three(A, A, A, (a, b, v) => F.gaussian_nll_loss(a, b, v.abs(), true, 0.25f)),
        ["hinge_embedding_loss"] = One([3], x => nn.HingeEmbeddingLoss(0.6).call(x, Sign)),
        ["soft_margin_loss"] = One([3], x => nn.SoftMarginLoss().call(x, Sign)),
        ["margin_ranking_loss"] = Two([3], [3], (a, b) => nn.MarginRankingLoss(0.3).call(a, b, Sign)),
        ["cosine_embedding_loss"] = Two(M, M, (a, b) => nn.CosineEmbeddingLoss(0.1).call(a, b, Sign)),
        ["multi_margin_loss"] = One(M, x => nn.MultiMarginLoss(1, 0.8, Weights).call(x, Numbers)),
        ["multi_margin_loss_2"] = One(M, x => nn.MultiMarginLoss(2).call(x, Numbers)),
        ["multi_label_margin_loss"] = One(M, x => nn.MultiLabelMarginLoss().call(x, tensor([1L, 3, -1, 0, 0, -1, -1, -1, 3, 2, 1, 0]).view(3, 4))),
        ["multilabel_soft_margin_loss"] = Two(M, M, (x, t) => nn.MultiLabelSoftMarginLoss(Weights).call(x, t.sigmoid().detach())),
        ["triplet_margin_loss"] = Three(M, M, M, (a, p, n) => nn.TripletMarginLoss(1.5).call(a, p, n)),
        ["triplet_margin_loss_swap"] = Three(M, M, M, (a, p, n) => nn.TripletMarginLoss(p: 1, swap: true, reduction: Reduction.None).call(a, p, n)),
        ["bce"] = Two(A, A, (x, t) => nn.BCELoss().call(x.sigmoid(), t.sigmoid())),
        ["bce_weight"] = Three(A, A, A, (x, t, w) => nn.BCELoss(w.detach().abs(), Reduction.Sum).call(x.sigmoid(), t.sigmoid().detach())),
        ["bce_logits"] = Two(A, A, (x, t) => nn.BCEWithLogitsLoss().call(10 * x, t.sigmoid())),
        ["bce_logits_pos"] = Two(M, M, (x, t) => nn.BCEWithLogitsLoss(pos_weights: Weights).call(x, t.sigmoid().detach())),
        ["cross_entropy"] = One(M, x => nn.CrossEntropyLoss().call(x, Numbers)),
        ["cross_entropy_none"] = One(M, x => nn.CrossEntropyLoss(reduction: Reduction.None).call(x, Numbers)),
        ["cross_entropy_weight"] = One(M, x => nn.CrossEntropyLoss(Weights).call(x, Numbers)),
        ["cross_entropy_ignore"] = One(M, x => nn.CrossEntropyLoss(ignore_index: 0).call(x, Numbers)),
        ["cross_entropy_smooth"] = One(M, x => F.cross_entropy(x, Numbers, label_smoothing: 0.1)),
        ["cross_entropy_smooth_all"] = One(M, x => new CrossEntropyLoss(Weights, 0, label_smoothing: 0.2).call(x, Numbers)),
        ["cross_entropy_smooth_none"] = One(M, x => F.cross_entropy(x, Numbers, Weights, 0, Reduction.None, 0.2)),
        ["cross_entropy_probabilities"] = Two(M, M, (x, t) => F.cross_entropy(x, F.softmax(t, 1), Weights, label_smoothing: 0.1)),
        ["cross_entropy_map"] = One(A, x => F.cross_entropy(x, Map, ignore_index: 2)),
        ["cross_entropy_map_smooth"] = One(A, x => F.cross_entropy(x, Map, label_smoothing: 0.1)),
        ["cross_entropy_single"] = One([4], x => F.cross_entropy(x, tensor(2L))),
        ["nll_loss"] = One(M, x => nn.NLLLoss(Weights).call(F.log_softmax(x, 1), Numbers)),
    };

    public static TheoryData<string> ActivationNames => [.. Activations.Keys];

    public static TheoryData<string> LayerNames => [.. Layers.Keys];

    public static TheoryData<string> LossNames => [.. Losses.Keys];

    internal static Tensor Values(long[] shape, int k)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        return tensor([.. Enumerable.Range(0, (int)count).Select(i => 1.5 * Math.Sin(1.7 * i + k + 0.3))]).view(shape);
    }

    internal static void Same(double[] expected, Tensor actual, string what)
    {
        var elements = actual.detach().data<double>().ToArray();
        var count = elements.Length;
        if (count > 8)
        {
            elements = [.. Enumerable.Range(0, 5).Select(k => elements.Select((value, i) => value * Math.Cos(0.37 * (k + 1) * i + k)).Sum())];
        }

        Assert.Equal(expected.Length, elements.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var tolerance = 1e-10 * Math.Max(1, Math.Max(Math.Abs(expected[i]), count));
            Assert.True(Math.Abs(expected[i] - elements[i]) <= tolerance, $"{what}, number {i}: PyTorch has {expected[i]:R}, here it is {elements[i]:R}");
        }
    }

    internal static void Backward(Tensor output)
    {
        var weights = tensor([.. Enumerable.Range(0, (int)output.NumberOfElements).Select(j => Math.Cos(0.9 * j))]).view(output.shape);
        (output * weights).sum().backward();
    }

    private static void Check(string name, Case one) => Check(name, one.Shapes, one.Function);

    internal static void Check(string name, long[][] shapes, Func<Tensor[], Tensor> function)
    {
        using var scope = NewDisposeScope();
        var golden = Golden.GetProperty(name);
        var inputs = shapes.Select((shape, k) => Values(shape, k).requires_grad_()).ToArray();
        var output = function(inputs);
        Same(golden.Doubles("out"), output, "output");
        Backward(output);
        var grads = golden.GetProperty("grads");
        for (var k = 0; k < inputs.Length; k++)
        {
            double[] expected = [.. grads[k].EnumerateArray().Select(v => v.GetDouble())];
            Same(expected, inputs[k].grad ?? zeros_like(inputs[k]), $"gradient of input {k}");
        }
    }

    [Theory]
    [MemberData(nameof(ActivationNames))]
    public void Activations_and_their_gradients_are_equal(string name) => Check(name, Activations[name]);

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Layers_and_their_gradients_are_equal(string name) => Check(name, Layers[name]);

    [Theory]
    [MemberData(nameof(LossNames))]
    public void Losses_and_their_gradients_are_equal(string name) => Check(name, Losses[name]);
}
