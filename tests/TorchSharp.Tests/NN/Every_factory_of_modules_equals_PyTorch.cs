using System.Reflection;
using Tests.Engine;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;
using Module = TorchSharp.torch.nn.Module;

namespace Tests.NN;

/// <summary>
/// One module from each factory of torch.nn, in training and with arguments that are not the defaults: output, gradients and
/// parameter names from PyTorch 1.13 (Golden/modules.py). A factory that no table knows fails a test.
/// </summary>
[Collection(DefaultGenerator.Name)]
public class Every_factory_of_modules_equals_PyTorch
{
    private sealed record Case(long[][] Shapes, Func<Module> Make, Func<Module, Tensor[], Tensor> Call);

    private static readonly long[] A = [2, 3, 4], S = [2, 3, 9], I = [2, 3, 5, 4], V = [2, 3, 4, 5, 3], M = [3, 4], Q = [3, 2, 4], K = [5, 2, 4];

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["AdaptiveAvgPool1d"] = Of(S, () => AdaptiveAvgPool1d(4)),
        ["AdaptiveAvgPool2d"] = Of(I, () => AdaptiveAvgPool2d((2, 3))),
        ["AdaptiveAvgPool3d"] = Of(V, () => AdaptiveAvgPool3d((2, 3, 2))),
        ["AdaptiveMaxPool1d"] = Of(S, () => AdaptiveMaxPool1d(4)),
        ["AdaptiveMaxPool2d"] = Of(I, () => AdaptiveMaxPool2d([2, 3])),
        ["AdaptiveMaxPool3d"] = Of(V, () => AdaptiveMaxPool3d([2, 3, 2])),
        ["AlphaDropout"] = Of(I, () => AlphaDropout(0.3)),
        ["AvgPool1d"] = Of(S, () => AvgPool1d(3, 2, 1, false, false)),
        ["AvgPool2d"] = Of(I, () => AvgPool2d((2, 3), (1, 2), (1, 0), divisor_override: 5)),
        ["AvgPool3d"] = Of(V, () => AvgPool3d(2, 2, 1, true, false)),
        ["BatchNorm1d"] = Of(S, () => BatchNorm1d(3, 1e-3)),
        ["BatchNorm2d"] = Of(I, () => BatchNorm2d(3, momentum: 0.3)),
        ["BatchNorm3d"] = Of(V, () => BatchNorm3d(3)),
        ["Bilinear"] = new([[2, 5, 3], [2, 5, 2]], () => Bilinear(3, 2, 4), (m, x) => ((Module<Tensor, Tensor, Tensor>)m).call(x[0], x[1])),
        ["CELU"] = Of(A, () => CELU(1.3)),
        ["ChannelShuffle"] = Of([2, 6, 2, 3], () => ChannelShuffle(2)),
        ["ConstantPad1d"] = Of(S, () => ConstantPad1d((1, 2), 0.5)),
        ["ConstantPad2d"] = Of(I, () => ConstantPad2d((1, 2, 0, 1), -0.5)),
        ["ConstantPad3d"] = Of(V, () => ConstantPad3d((1, 0, 2, 1, 0, 1), 2)),
        ["Conv1d"] = Of(S, () => Conv1d(3, 4, 3, 2, 1, 2, PaddingModes.Circular)),
        ["Conv2d"] = Of(I, () => Conv2d(3, 6, (3, 2), (2, 1), (1, 2), groups: 3)),
        ["Conv3d"] = Of(V, () => Conv3d(3, 2, (2, 3, 1), (1, 2, 1), (1, 1, 0), bias: false)),
        ["ConvTranspose1d"] = Of(S, () => ConvTranspose1d(3, 2, 3, 2, 1, 1)),
        ["ConvTranspose2d"] = Of(I, () => ConvTranspose2d(3, 6, (3, 2), (2, 3), (1, 1), (1, 0), groups: 3)),
        ["ConvTranspose3d"] = Of(V, () => ConvTranspose3d(3, 6, (3, 2, 2), (2, 1, 2), (1, 0, 1), (1, 0, 0), (1, 2, 1), groups: 3)),
        ["CosineSimilarity"] = new([A, A], () => CosineSimilarity(2, 1e-3), (m, x) => ((Module<Tensor, Tensor, Tensor>)m).call(x[0], x[1])),
        ["Dropout"] = Of(I, () => Dropout(0.4)),
        ["Dropout1d"] = Of(S, () => Dropout1d(0.4)),
        ["Dropout2d"] = Of(I, () => Dropout2d(0.4)),
        ["Dropout3d"] = Of(V, () => Dropout3d(0.4)),
        ["ELU"] = Of(A, () => ELU(0.7)),
        ["EmbeddingBag"] = new([[3, 3]], () => EmbeddingBag(4, 3, padding_index: 1), (m, x) => ((TorchSharp.Modules.EmbeddingBag)m).call(tensor([0L, 1, 3, 0, 2]), tensor([0L, 2, 2])) * x[0]),
        ["FeatureAlphaDropout"] = Of(I, () => FeatureAlphaDropout(0.3)),
        ["Flatten"] = Of(I, () => Flatten(1, 2)),
        ["Fold"] = Of([2, 18, 8], () => Fold((5, 4), (2, 3), null, (0, 1), (1, 2))),
        ["FractionalMaxPool2d"] = Of(I, () => FractionalMaxPool2d((2, 3), (3, 2))),
        ["FractionalMaxPool3d"] = Of(V, () => FractionalMaxPool3d([2, 2, 2], [2, 3, 1])),
        ["GaussianNLLLoss"] = new([A, A, A], () => GaussianNLLLoss(true, 0.25f, Reduction.Sum), (m, x) => ((Module<Tensor, Tensor, Tensor, Tensor>)m).call(x[0], x[1], x[2].abs())),
        ["GELU"] = Of(A, () => GELU()),
        ["GLU"] = Of(A, () => GLU(2)),
        ["GroupNorm"] = Of([2, 4, 3], () => GroupNorm(2, 4, 1e-3)),
        ["Hardshrink"] = Of(A, () => Hardshrink(0.4)),
        ["Hardsigmoid"] = Of(A, () => Hardsigmoid()),
        ["Hardswish"] = Of(A, () => Hardswish()),
        ["Hardtanh"] = Of(A, () => Hardtanh(-0.5, 0.8)),
        ["Identity"] = Of(A, () => Identity()),
        ["InstanceNorm1d"] = Of(S, () => InstanceNorm1d(3, affine: true)),
        ["InstanceNorm2d"] = Of(I, () => InstanceNorm2d(3, 1e-3)),
        ["InstanceNorm3d"] = Of(V, () => InstanceNorm3d(3, affine: true)),
        ["LayerNorm"] = Of(A, () => LayerNorm([3, 4], 1e-3)),
        ["LeakyReLU"] = Of(A, () => LeakyReLU(0.2)),
        ["Linear"] = Of(A, () => Linear(4, 3)),
        ["LocalResponseNorm"] = Of(I, () => LocalResponseNorm(2, 0.5, 0.75, 2)),
        ["LogSigmoid"] = Of(A, () => LogSigmoid()),
        ["LogSoftmax"] = Of(A, () => LogSoftmax(1)),
        ["LPPool1d"] = Of(S, () => LPPool1d(2, 3, 2)),
        ["LPPool2d"] = Of(I, () => LPPool2d(2, 2, 1)),
        ["MaxPool1d"] = Of(S, () => MaxPool1d(3, 2, 1, 1, true)),
        ["MaxPool2d"] = Of(I, () => MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2))),
        ["MaxPool3d"] = Of(V, () => MaxPool3d((2, 3, 2), (1, 2, 1), (0, 1, 1))),
        ["MaxUnpool3d"] = new([[2, 3, 4, 4, 4]], () => MaxUnpool3d((2, 2, 2), (2, 1, 2)), (m, x) =>
        {
            var (values, places) = F.max_pool3d_with_indices(x[0], [2, 2, 2], [2, 1, 2]);
            return ((TorchSharp.Modules.MaxUnpool3d)m).call(values, places);
        }),
        ["Mish"] = Of(A, () => Mish()),
        ["MultiheadAttention"] = new([Q, K, K], () => MultiheadAttention(4, 2, 0.3), (m, x) => ((TorchSharp.Modules.MultiheadAttention)m).call(x[0], x[1], x[2]).Item1),
        ["PairwiseDistance"] = new([M, M], () => PairwiseDistance(3, 1e-3, true), (m, x) => ((Module<Tensor, Tensor, Tensor>)m).call(x[0], x[1])),
        ["PixelShuffle"] = Of([2, 8, 2, 3], () => PixelShuffle(2)),
        ["PixelUnshuffle"] = Of([2, 2, 4, 6], () => PixelUnshuffle(2)),
        ["PReLU"] = Of(A, () => PReLU(3)),
        ["ReflectionPad1d"] = Of(S, () => ReflectionPad1d((2, 1))),
        ["ReflectionPad2d"] = Of(I, () => ReflectionPad2d((2, 1, 0, 3))),
        ["ReflectionPad3d"] = Of(V, () => ReflectionPad3d((1, 0, 2, 1, 0, 3))),
        ["ReLU"] = Of(A, () => ReLU()),
        ["ReLU6"] = new([A], () => ReLU6(), (m, x) => ((Module<Tensor, Tensor>)m).call(5 * x[0])),
        ["ReplicationPad1d"] = Of(S, () => ReplicationPad1d((2, 1))),
        ["ReplicationPad2d"] = Of(I, () => ReplicationPad2d((2, 1, 0, 3))),
        ["ReplicationPad3d"] = Of(V, () => ReplicationPad3d((1, 0, 2, 1, 0, 3))),
        ["RReLU"] = Of(A, () => RReLU(0.1, 0.4)),
        ["SELU"] = Of(A, () => SELU()),
        ["Sigmoid"] = Of(A, () => Sigmoid()),
        ["SiLU"] = Of(A, () => SiLU()),
        ["Softmax"] = Of(A, () => Softmax(0)),
        ["Softmax2d"] = Of(I, () => Softmax2d()),
        ["Softmin"] = Of(A, () => Softmin(1)),
        ["Softplus"] = Of(A, () => Softplus(2, 2.5)),
        ["Softshrink"] = Of(A, () => Softshrink(0.4)),
        ["Softsign"] = Of(A, () => Softsign()),
        ["Tanh"] = Of(A, () => Tanh()),
        ["Tanhshrink"] = Of(A, () => Tanhshrink()),
        ["Threshold"] = Of(A, () => Threshold(0.2, -1)),
        ["Transformer"] = new([K, Q], () => Transformer(4, 2, 2, 1, 6, 0.2), (m, x) => ((Module<Tensor, Tensor, Tensor>)m).call(x[0], x[1])),
        ["TransformerDecoder"] = new([Q, K], () => TransformerDecoder(TransformerDecoderLayer(4, 2, 6, 0.2), 2), (m, x) => ((TorchSharp.Modules.TransformerDecoder)m).call(x[0], x[1])),
        ["TransformerDecoderLayer"] = new([Q, K], () => TransformerDecoderLayer(4, 2, 6, 0.2), (m, x) => ((TorchSharp.Modules.TransformerDecoderLayer)m).call(x[0], x[1])),
        ["TransformerEncoder"] = new([Q], () => TransformerEncoder(TransformerEncoderLayer(4, 2, 6, 0.2), 2), (m, x) => ((TorchSharp.Modules.TransformerEncoder)m).call(x[0])),
        ["TransformerEncoderLayer"] = Of(Q, () => TransformerEncoderLayer(4, 2, 6, 0.2)),
        ["TripletMarginWithDistanceLoss"] = new([M, M, M], () => TripletMarginWithDistanceLoss((a, b) => (a - b).abs().sum(-1), 0.7, true), (m, x) => ((Module<Tensor, Tensor, Tensor, Tensor>)m).call(x[0], x[1], x[2])),
        ["Unflatten"] = Of(A, () => Unflatten(1, [1, 3])),
        ["Unfold"] = Of(I, () => Unfold((2, 3), (2, 1), (1, 1), (1, 2))),
        ["Upsample"] = Of(I, () => Upsample([7, 6], mode: UpsampleMode.Bilinear, align_corners: true)),
        ["ZeroPad2d"] = Of(I, () => ZeroPad2d((1, 2, 0, 1))),
    };

    // Tested by their names in Modules_equal_PyTorch, Modules_with_parameters_equal_PyTorch, Bags_of_vectors and Learner_habits.
    private static readonly string[] Elsewhere =
    [
        "BCELoss", "BCEWithLogitsLoss", "CosineEmbeddingLoss", "CrossEntropyLoss", "Embedding", "Embedding_from_pretrained", "EmbeddingBag_from_pretrained", "GRU", "GRUCell", "HingeEmbeddingLoss",
        "HuberLoss", "KLDivLoss", "L1Loss", "LSTM", "LSTMCell", "MarginRankingLoss", "MaxUnpool1d", "MaxUnpool2d", "ModuleDict", "ModuleList", "MSELoss",
        "MultiLabelMarginLoss", "MultiLabelSoftMarginLoss", "MultiMarginLoss", "NLLLoss", "ParameterDict", "ParameterList", "PoissonNLLLoss", "RNN", "RNNCell",
        "Sequential", "SmoothL1Loss", "SoftMarginLoss", "TripletMarginLoss",
    ];

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static Case Of(long[] shape, Func<Module<Tensor, Tensor>> make) => new([shape], make, (m, x) => ((Module<Tensor, Tensor>)m).call(x[0]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_are_equal(string name)
    {
        var wanted = Cases[name];
        using var module = wanted.Make();
        Modules_with_parameters_equal_PyTorch.Check(name, module, wanted.Shapes, (m, x) =>
        {
            manual_seed(6);
            return wanted.Call(m, x);
        });
    }

    // Rounded at each operation, so that a result has a few units of the last place more or less than the one in single precision.
    [Theory]
    [MemberData(nameof(Names))]
    public void Half_precision_computes_the_same_to_its_own_digits(string name)
    {
        using var scope = NewDisposeScope();
        var wanted = Cases[name];
        foreach (var type in new[] { bfloat16, float16 })
        {
            manual_seed(1);
            var module = wanted.Make().to(type);
            var single = wanted.Make();
            single.load_state_dict(module.state_dict());
            var inputs = wanted.Shapes.Select((shape, k) => Modules_equal_PyTorch.Values(shape, k).to(type).requires_grad_()).ToArray();
            var wide = inputs.Select(x => x.detach().to(float32).requires_grad_()).ToArray();
            manual_seed(6);
            var output = wanted.Call(module, inputs);
            manual_seed(6);
            var expected = wanted.Call(single, wide);
            Close(output, expected, $"{type} output");
            output.sum().backward();
            expected.sum().backward();
            for (var k = 0; k < inputs.Length; k++)
            {
                Close(inputs[k].grad!, wide[k].grad!, $"{type} gradient {k}");
            }

            void Close(Tensor half, Tensor full, string what)
            {
                Assert.Equal(type, half.dtype);
                var error = (half.to(float32) - full).abs().max().item<float>();
                Assert.True(error <= 8 * finfo(type).eps * Math.Max(1, full.abs().max().item<float>()), $"{what} is {error} away");
            }
        }
    }

    [Fact]
    public void Every_factory_is_tested()
    {
        Assert.SkipWhen(GenuineDifferencesAttribute.IsGenuine, "The genuine package has factories that the embedded one leaves out.");
        var factories = typeof(torch.nn).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType.IsAssignableTo(typeof(Module))).Select(method => method.Name).Distinct();
        Assert.Empty(factories.Except(Cases.Keys).Except(Elsewhere));
    }
}
