using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Tests.NN;

/// <summary>
/// What the common operations answer to a wrong dimension, shape or type: the exception that TorchSharp throws, and a sentence
/// with the operation, the shapes and the dimension.
/// </summary>
public class Sentences_of_refusal
{
    private sealed record Case(Type Exception, Func<Tensor> Call, string[] Words);

    private static readonly Tensor A = ones(2, 3), B = ones(4, 5), V = ones(3), Cube = ones(2, 3, 4), Pictures = ones(2, 3, 8, 8);
    private static readonly Tensor Whole = ones([2, 3], int64), Double = ones([2, 3], float64), Truth = ones([2, 3], @bool), Pair = tensor([0L, 1]);

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["sum"] = Dim("sum", () => A.sum(2)),
        ["mean"] = Dim("mean", () => A.mean([2])),
        ["max"] = Dim("max", () => A.max(2).values),
        ["min"] = Dim("min", () => A.min(2).values),
        ["amax"] = Dim("amax", () => A.amax([2])),
        ["argmax"] = Dim("argmax", () => A.argmax(2)),
        ["argmin"] = Dim("argmin", () => A.argmin(2)),
        ["var"] = Dim("var", () => A.var(2)),
        ["std"] = Dim("std", () => A.std(2)),
        ["prod"] = Dim("prod", () => A.prod(2)),
        ["norm"] = Dim("norm", () => A.norm(2)),
        ["all"] = Dim("all", () => Truth.all(2)),
        ["any"] = Dim("any", () => Truth.any(2)),
        ["logsumexp"] = Dim("logsumexp", () => A.logsumexp(2)),
        ["softmax"] = Dim("softmax", () => A.softmax(2)),
        ["log_softmax"] = Dim("log_softmax", () => F.log_softmax(A, 2)),
        ["cumsum"] = Dim("cumsum", () => A.cumsum(2)),
        ["cumprod"] = Dim("cumprod", () => A.cumprod(2)),
        ["sort"] = Dim("sort", () => A.sort(2).Values),
        ["topk"] = Dim("topk", () => A.topk(1, 2).values),
        ["kthvalue"] = Dim("kthvalue", () => A.kthvalue(1, 2).values),
        ["flip"] = Dim("flip", () => A.flip(2)),
        ["roll"] = Dim("roll", () => A.roll(1, 2)),
        ["transpose"] = Dim("transpose", () => A.transpose(0, 2)),
        ["permute"] = Dim("permute", () => A.permute(0, 2)),
        ["movedim"] = Dim("movedim", () => A.movedim([0], [2])),
        ["select"] = Dim("select", () => A.select(2, 0)),
        ["narrow"] = Dim("narrow", () => A.narrow(2, 0, 1)),
        ["slice"] = Dim("slice", () => A.slice(2, 0, 1, 1)),
        ["squeeze"] = Dim("squeeze", () => A.squeeze(2)),
        ["flatten"] = Dim("flatten", () => A.flatten(2)),
        ["chunk"] = Dim("chunk", () => A.chunk(2, 2)[0]),
        ["split"] = Dim("split", () => A.split(1, 2)[0]),
        ["unbind"] = Dim("unbind", () => A.unbind(2)[0]),
        ["unfold"] = Dim("unfold", () => A.unfold(2, 1, 1)),
        ["diagonal"] = Dim("diagonal", () => A.diagonal(0, 0, 2)),
        ["index_select"] = Dim("index_select", () => A.index_select(2, Pair)),
        ["index_add"] = Dim("index_add", () => A.index_add(2, Pair, A, 1)),
        ["gather"] = Dim("gather", () => A.gather(2, Whole)),
        ["scatter"] = Dim("scatter", () => A.scatter(2, Whole, A)),
        ["cat"] = Dim("cat", () => cat([A, A], 2)),
        ["size"] = Dim("size", () => A.size(2)),
        ["glu"] = Dim("glu", () => A.glu(2)),
        ["unsqueeze"] = Refused(() => A.unsqueeze(4), "unsqueeze", "[-3, 2]", "got 4", "[2, 3]"),
        ["stack"] = Refused(() => stack([A, A], 4), "stack", "[-3, 2]", "got 4", "[2, 3]"),
        ["unflatten"] = Refused<ArgumentException>(() => A.unflatten(2, 3), "unflatten", "2", "[2, 3]"),
        ["sum of a dimension twice"] = Refused(() => A.sum([0, 0]), "sum", "dim 0 appears multiple times", "[0, 0]"),

        ["matmul of matrices"] = Refused(() => A.matmul(B), "matmul", "2x3 and 4x5"),
        ["matmul with a vector"] = Refused(() => A.matmul(ones(4)), "matmul", "[2, 3]", "[4]"),
        ["matmul of batches"] = Refused(() => Cube.matmul(ones(2, 5, 4)), "matmul", "[2, 3, 4]", "[2, 5, 4]"),
        ["matmul of two types"] = Refused(() => A.matmul(Double.t()), "matmul", "Float32", "Float64"),
        ["mm"] = Refused(() => A.mm(Cube), "mm", "[2, 3]", "[2, 3, 4]"),
        ["bmm"] = Refused(() => A.bmm(B), "bmm", "[2, 3]", "[4, 5]"),
        ["dot"] = Refused<InvalidOperationException>(() => V.dot(ones(4)), "dot", "[3]", "[4]"),
        ["linear with a bias that does not fit"] = Refused(() => F.linear(A, ones(5, 3), ones(4)), "linear", "[4]", "[5, 3]"),
        ["bilinear"] = Refused(() => F.bilinear(A, ones(3, 4), ones(5, 3, 4)), "bilinear", "[2, 3]", "[3, 4]"),
        ["cat of shapes"] = Refused(() => cat([A, V]), "cat", "[2, 3]", "[3]"),
        ["stack of shapes"] = Refused(() => stack([A, B]), "stack", "[2, 3]", "[4, 5]"),
        ["view"] = Refused(() => A.view(4), "view", "[4]", "[2, 3]"),
        ["reshape"] = Refused(() => A.reshape(-1, 5), "reshape", "[-1, 5]", "[2, 3]"),
        ["reshape with two unknowns"] = Refused(() => A.reshape(-1, -1), "reshape", "only one dimension", "[-1, -1]"),
        ["permute of too few"] = Refused(() => A.permute(0), "permute", "[2, 3]", "[0]"),
        ["select beyond"] = Refused(() => A.select(0, 2), "select", "index 2", "[2, 3]", "dimension 0"),
        ["narrow beyond"] = Refused(() => A.narrow(1, 2, 2), "narrow", "start (2)", "[2, 3]", "dimension 1"),
        ["expand"] = Refused(() => A.expand(2, 4), "expand", "[2, 4]", "[2, 3]", "dimension 1"),
        ["repeat"] = Refused(() => A.repeat(2), "repeat", "[2]", "[2, 3]"),
        ["unflatten to another size"] = Refused(() => A.unflatten(1, 2, 2), "unflatten", "[2, 2]", "dim 1", "[2, 3]"),
        ["split by sizes"] = Refused(() => A.split([1L, 2], 0)[0], "split", "[1, 2]", "dimension 0"),
        ["copy"] = Refused(() => A.clone().copy_(B), "copy", "[4, 5]", "[2, 3]"),
        ["addition"] = Refused(() => A + B, "add", "dimension 1", "[2, 3]", "[4, 5]"),
        ["multiplication"] = Refused(() => A * B, "mul", "dimension 1", "[2, 3]", "[4, 5]"),
        ["addition in place"] = Refused(() => A.clone().add_(ones(5, 2, 3)), "add", "[2, 3]", "[5, 2, 3]"),
        ["addition of a fraction to whole numbers in place"] = Refused(() => Whole.clone().add_(A), "add", "Float", "Long"),
        ["comparison"] = Refused(() => A > B, "dimension 1", "[2, 3]", "[4, 5]"),
        ["where"] = Refused(() => where(Truth, A, B), "where", "[2, 3]", "[4, 5]"),
        ["where of numbers"] = Refused<ArgumentException>(() => where(A, A, A), "where", "boolean", "Float32"),
        ["mean of whole numbers"] = Refused(() => Whole.mean(), "mean", "Long"),
        ["clamp of whole numbers in place"] = Refused(() => ones([2, 3], int64).clamp_(0.5), "clamp_", "Float", "Long"),
        ["softmax of whole numbers"] = Refused(() => Whole.softmax(1), "softmax", "Long"),
        ["index_select by fractions"] = Refused(() => A.index_select(0, V), "index_select", "Float32"),
        ["index_select beyond"] = Refused(() => A.index_select(0, tensor([2L])), "index_select", "index 2", "dimension 0"),
        ["gather beyond"] = Refused(() => A.gather(1, Whole * 5), "gather", "index 5", "dimension 1"),
        ["gather of another rank"] = Refused(() => A.gather(0, Pair), "gather", "[2]", "[2, 3]"),
        ["scatter of another rank"] = Refused(() => A.scatter(0, Pair, V), "scatter", "[2]", "[2, 3]"),
        ["index beyond"] = Refused(() => A[tensor([7L])], "index 7", "dimension 0", "[2, 3]"),
        ["a mask of another shape"] = Refused(() => A[ones([3], @bool)], "mask [3]", "[2, 3]"),

        ["conv1d"] = Refused(() => F.conv1d(ones(1, 2, 5), ones(4, 3, 3)), "conv1d", "[1, 2, 5]", "[4, 3, 3]", "3 channels"),
        ["conv1d of a short sequence"] = Refused(() => F.conv1d(ones(1, 3, 2), ones(4, 3, 5)), "conv1d", "(2)", "(5)", "[1, 3, 2]"),
        ["conv2d"] = Refused(() => F.conv2d(ones(1, 2, 5, 5), ones(4, 3, 3, 3)), "conv2d", "[1, 2, 5, 5]", "[4, 3, 3, 3]"),
        ["conv2d of one picture"] = Refused(() => F.conv2d(ones(2, 5, 5), ones(4, 3, 3, 3)), "conv2d", "input[2, 5, 5]", "[4, 3, 3, 3]"),
        ["conv_transpose2d of one picture"] = Refused(() => F.conv_transpose2d(ones(2, 5, 5), ones(4, 3, 3, 3)), "conv_transpose2d", "input[2, 5, 5]", "[4, 3, 3, 3]"),
        ["conv2d of two types"] = Refused(() => F.conv2d(Pictures, ones([4, 3, 3, 3], float64)), "conv2d", "Float32", "Float64"),
        ["conv3d"] = Refused(() => F.conv3d(ones([1, 2, 5, 5, 5]), ones([4, 3, 3, 3, 3])), "conv3d", "[1, 2, 5, 5, 5]", "[4, 3, 3, 3, 3]"),
        ["conv3d of a small volume"] = Refused(() => F.conv3d(ones([1, 3, 2, 2, 2]), ones([4, 3, 3, 3, 3])), "conv3d", "(2 x 2 x 2)", "(3 x 3 x 3)"),
        ["conv_transpose1d"] = Refused(() => F.conv_transpose1d(ones(1, 2, 5), ones(3, 3, 3)), "conv_transpose1d", "[1, 2, 5]", "[3, 3, 3]"),
        ["conv_transpose2d"] = Refused(() => F.conv_transpose2d(ones(1, 2, 5, 5), ones(3, 3, 3, 3)), "conv_transpose2d", "[1, 2, 5, 5]", "[3, 3, 3, 3]"),
        ["max_pool1d"] = Refused(() => F.max_pool1d(Cube, 9), "max_pool1d", "(3x4)", "(3x0)"),
        ["max_pool2d"] = Refused(() => F.max_pool2d(A, 2), "max_pool2d", "[2, 3]"),
        ["max_pool3d"] = Refused(() => F.max_pool3d(Pictures, [9]), "max_pool3d", "(2x3x8x8)", "output size"),
        ["avg_pool1d"] = Refused(() => F.avg_pool1d(Pictures, 2), "avg_pool1d", "[2, 3, 8, 8]"),
        ["avg_pool2d"] = Refused(() => F.avg_pool2d(Pictures, 9), "avg_pool2d", "(3x8x8)"),
        ["max_pool2d of nothing"] = Refused(() => F.max_pool2d(ones(1, 2, 0, 4), 2, padding: 1), "max_pool2d", "[1, 2, 0, 4]", "dimension 2"),
        ["avg_pool2d of nothing"] = Refused(() => F.avg_pool2d(ones(1, 2, 4, 0), 2, padding: 1), "avg_pool2d", "[1, 2, 4, 0]", "dimension 3"),
        ["max_pool1d without channels"] = Refused(() => F.max_pool1d(ones(0, 4), 2), "max_pool1d", "[0, 4]", "dimension 0"),
        ["adaptive_avg_pool2d"] = Refused(() => F.adaptive_avg_pool2d(Pictures, -1), "adaptive_avg_pool2d", "[-1, -1]"),
        ["adaptive_max_pool1d"] = Refused(() => F.adaptive_max_pool1d(Pictures, 2), "adaptive_max_pool1d", "[2, 3, 8, 8]"),
        ["batch_norm of two types"] = Refused(() => BatchNorm2d(3).call(Pictures.to(float64)), "batch_norm", "Float64", "Float32"),
        ["BatchNorm2d of a matrix"] = Refused<ArgumentException>(() => BatchNorm2d(3).call(A), "BatchNorm2d", "4D", "[2, 3]"),
        ["InstanceNorm2d"] = Refused<ArgumentException>(() => InstanceNorm2d(4).call(Pictures), "InstanceNorm2d", "num_features (4)", "[2, 3, 8, 8]"),
        ["layer_norm"] = Refused(() => LayerNorm(5).call(A), "layer_norm", "[5]", "[2, 3]"),
        ["layer_norm with a weight that does not fit"] = Refused(() => F.layer_norm(A, [3], ones(4)), "layer_norm", "[4]", "[3]"),
        ["group_norm"] = Refused(() => F.group_norm(Pictures, 2), "group_norm", "[2, 3, 8, 8]", "num_groups=2"),
        ["interpolate"] = Refused(() => F.interpolate(Pictures, [4, 4, 4]), "interpolate", "[2, 3, 8, 8]", "size"),
        ["interpolate of a matrix"] = Refused(() => F.interpolate(A, [4]), "interpolate", "[2, 3]"),
        ["interpolate to nowhere"] = Refused(() => F.interpolate(Pictures), "interpolate", "either size or scale_factor"),
        ["interpolate with corners of the nearest"] = Refused(() => F.interpolate(Pictures, [4, 4], align_corners: true), "align_corners", "Nearest"),
        ["pad"] = Refused(() => F.pad(A, [1, 1, 1]), "pad", "[2, 3]"),
        ["pad round more than once"] = Refused(() => F.pad(Pictures, [-3, 6, 0, 0], PaddingModes.Circular), "pad", "(-3, 6)", "more than once", "[2, 3, 8, 8]"),
        ["pad by reflection too far"] = Refused(() => F.pad(Pictures, [8, 8], PaddingModes.Reflect), "pad", "[2, 3, 8, 8]"),
        ["pad of a matrix as if it were a picture"] = Refused(() => F.pad(A, [1, 1, 1, 1], PaddingModes.Reflect), "pad", "[2, 3]", "Reflect"),
        ["pixel_shuffle"] = Refused(() => F.pixel_shuffle(Pictures, 2), "pixel_shuffle", "[2, 3, 8, 8]"),
        ["unfold of a small picture"] = Refused(() => F.unfold(ones(1, 1, 2, 2), 3), "unfold", "3x3", "2x2"),
        ["grid_sample"] = Refused(() => F.grid_sample(Pictures, ones(3, 4, 4, 2)), "grid_sample", "[2, 3, 8, 8]", "[3, 4, 4, 2]"),
        ["grid_sample of two types"] = Refused(() => F.grid_sample(Pictures, ones([2, 4, 4, 2], float64)), "grid_sample", "Float32", "Float64"),
        ["affine_grid of another batch"] = Refused(() => F.affine_grid(ones(1, 2, 3), [3, 1, 4, 4]), "affine_grid", "[1, 2, 3]", "[3, 1, 4, 4]"),
        ["prelu"] = Refused(() => F.prelu(Pictures, ones(4)), "prelu", "4", "[2, 3, 8, 8]"),
        ["embedding"] = Refused(() => Embedding(3, 2).call(tensor([3L])), "embedding", "3", "[3, 2]"),
        ["embedding of a negative number"] = Refused(() => Embedding(3, 2).call(tensor([-1L])), "embedding", "-1"),
        ["one_hot"] = Refused(() => F.one_hot(tensor([3L]), 3), "one_hot", "num_classes"),
        ["LSTM"] = Refused(() => LSTM(3, 4).call(ones(5, 2, 2)).Item1, "LSTM", "Expected 3, got 2", "[5, 2, 2]"),
        ["GRU with a state that does not fit"] = Refused(() => GRU(3, 4).call(ones(5, 2, 3), ones(1, 3, 4)).Item1, "GRU", "[1, 2, 4]", "[1, 3, 4]"),
        ["cross_entropy"] = Refused(() => F.cross_entropy(A, tensor([0L, 1, 2])), "[3]", "[2, 3]"),
        ["cross_entropy beyond"] = Refused(() => F.cross_entropy(A, tensor([0L, 3])), "Target 3", "3 classes"),
        ["cross_entropy with weights that do not fit"] = Refused(() => F.cross_entropy(A, Pair, ones(4)), "weight", "3 classes", "[4]"),
        ["cross_entropy of probabilities with a class to ignore"] = Refused(() => F.cross_entropy(A, A, ignore_index: 1), "cross_entropy", "ignore_index", "[2, 3]"),
        ["binary_cross_entropy of NaN"] = Refused(() => F.binary_cross_entropy(A * float.NaN, A), "binary_cross_entropy", "between 0 and 1"),
        ["binary_cross_entropy of whole targets"] = Refused(() => F.binary_cross_entropy(A, Whole), "binary_cross_entropy", "Int64", "Float32"),
        ["mse_loss"] = Refused(() => F.mse_loss(A, B), "mse_loss", "[2, 3]", "[4, 5]"),
        ["l1_loss"] = Refused(() => F.l1_loss(A, B), "l1_loss", "[2, 3]", "[4, 5]"),
        ["smooth_l1_loss"] = Refused(() => F.smooth_l1_loss(A, B), "smooth_l1_loss", "[2, 3]", "[4, 5]"),
        ["huber_loss"] = Refused(() => F.huber_loss(A, B), "huber_loss", "[2, 3]", "[4, 5]"),
        ["kl_div"] = Refused(() => F.kl_div(A, B), "kl_div", "[2, 3]", "[4, 5]"),
        ["cosine_similarity"] = Refused(() => F.cosine_similarity(A, B), "cosine_similarity", "[2, 3]", "[4, 5]"),
        ["pairwise_distance"] = Refused(() => F.pairwise_distance(A, B), "pairwise_distance", "[2, 3]", "[4, 5]"),
        ["dropout of whole numbers"] = Refused(() => F.dropout(Whole), "dropout", "Int64"),
        ["adaptive_max_pool2d to one size"] = Refused(() => F.adaptive_max_pool2d(Pictures, [2]), "adaptive_max_pool2d", "2 elements", "[2]"),
        ["max_pool2d of truth values"] = Refused(() => F.max_pool2d(Pictures.to(@bool), 2), "max_pool2d", "Bool"),
        ["cosine_embedding_loss"] = Refused(() => F.cosine_embedding_loss(A, B, Pair), "cosine_embedding_loss", "[2, 3]", "[4, 5]"),
        ["bernoulli"] = Refused(() => bernoulli(A * 2), "bernoulli", "[0, 1]", "2"),
        ["a tensor as a number"] = Refused(() => tensor((float)A), "6 elements", "[2, 3]"),

        ["zeros"] = Refused(() => zeros(1L << 40, 2), "Not enough memory", "[1099511627776, 2]", "Float32"),
        ["a negative size"] = Refused(() => zeros(2, -3), "negative", "[2, -3]"),
        ["conv2d with an enormous padding"] = Refused(() => F.conv2d(ones(1, 1, 1, 1), ones(1, 1, 1, 1), padding: [1 << 20, 1 << 20]), "conv2d", "Not enough memory", "[1, 1, 2097153, 2097153]"),
        ["cat of enormous tensors"] = Refused(() => cat([ones(1).expand(1L << 40), V]), "cat", "Not enough memory", "[1099511627779]"),
        ["pad to an enormous tensor"] = Refused(() => F.pad(A, [1L << 40, 0]), "pad", "Not enough memory", "[2, 1099511627779]"),
        ["interpolate to an enormous picture"] = Refused(() => F.interpolate(Pictures, [1 << 20, 1 << 20]), "interpolate", "Not enough memory", "[2, 3, 1048576, 1048576]"),
        ["addition of enormous tensors"] = Refused(() => ones(1).expand(1L << 40) + 1, "add", "Not enough memory", "[1099511627776]"),
    };

    private static Case Dim(string operation, Func<Tensor> call) => Refused(call, operation, "Dimension out of range", "[-2, 1]", "got 2", "[2, 3]");

    private static Case Dim(string operation, Func<long> call) => Dim(operation, () => tensor(call()));

    private static Case Refused(Func<Tensor> call, params string[] words) => Refused<ExternalException>(call, words);

    private static Case Refused<T>(Func<Tensor> call, params string[] words)
        where T : Exception => new(typeof(T), call, words);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_names_the_operation_the_shapes_and_the_dimension(string name)
    {
        var wanted = Cases[name];
        var error = Record.Exception(() => wanted.Call().Dispose());
        Assert.IsType(wanted.Exception, error);
        Assert.All(wanted.Words, word => Assert.Contains(word, error!.Message));
        Assert.DoesNotContain('\n', error!.Message);
    }
}
