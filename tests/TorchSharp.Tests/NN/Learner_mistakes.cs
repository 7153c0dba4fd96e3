using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Tests.NN;

/// <summary>What learners get wrong, and the sentence that tells them: the operation, the shapes, the dimension.</summary>
public class Learner_mistakes
{
    private static void Refused<T>(Action mistake, params string[] words)
        where T : Exception
    {
        var error = Assert.IsAssignableFrom<T>(Record.Exception(mistake));
        Assert.All(words, word => Assert.Contains(word, error.Message));
    }

    [Fact]
    public void A_layer_names_the_shape_it_got()
    {
        using var linear = Linear(10, 3);
        using var conv = Conv2d(3, 4, 3);
        Refused<ExternalException>(() => linear.call(randn(4, 9)), "linear", "[4, 9]", "[3, 10]");
        Refused<ExternalException>(() => linear.call(ones([4, 10], int64)), "linear", "Int64", "Float32");
        Refused<ArgumentException>(() => conv.call(randn(1, 8, 8, 3)), "3 channels to Conv2d", "[1, 8, 8, 3]");
        Refused<ExternalException>(() => conv.call(randn(1, 3, 2, 2)), "conv2d", "(3 x 3)", "[1, 3, 2, 2]");
        Refused<ExternalException>(() => conv.call(ones([1, 3, 8, 8], uint8)), "conv2d", "Byte");
        Refused<ExternalException>(() => MaxPool2d(8).call(randn(1, 3, 5, 5)), "max_pool2d", "3x5x5");
        Refused<ExternalException>(() => BatchNorm2d(3).call(randn(2, 4, 5, 5)), "batch_norm", "[2, 4, 5, 5]");
        Refused<ExternalException>(() => GroupNorm(2, 4).call(randn(2, 6, 2, 2)), "group_norm", "[2, 6, 2, 2]", "[4]");
        Refused<ExternalException>(() => Embedding(3, 2).call(tensor(new float[] { 1 })), "embedding", "Float32");
    }

    [Fact]
    public void A_loss_names_the_type_and_the_label()
    {
        using var scores = randn(4, 3);
        Refused<ExternalException>(() => F.cross_entropy(scores, zeros([4], int32)), "Int64 but found Int32");
        Refused<ExternalException>(() => F.cross_entropy(scores, zeros([4], @bool)), "Int64 but found Bool");
        Refused<ExternalException>(() => F.cross_entropy(scores, rand(4)), "Float32", "[4, 3]", "[4]");
        Refused<ExternalException>(() => F.cross_entropy(scores, zeros([4, 1], int64)), "[4, 1]", "[4, 3]");
        Refused<ExternalException>(() => F.cross_entropy(scores, tensor(new long[] { 0, 1, 2, 3 })), "Target 3 is out of bounds", "3 classes");
        Refused<ExternalException>(() => F.binary_cross_entropy(rand(4, 1), rand(4)), "[4, 1]", "[4]");
        Refused<ExternalException>(() => F.binary_cross_entropy_with_logits(rand(4, 1), rand(4)), "Target size ([4])", "([4, 1])");
    }

    [Fact]
    public void An_index_and_a_concatenation_name_the_dimension()
    {
        using var x = randn(2, 3);
        Refused<ExternalException>(() => x[0, 3].Dispose(), "index 3", "[2, 3]", "dimension 1");
        Refused<ExternalException>(() => x[5].Dispose(), "index 5", "[2, 3]", "dimension 0");
        Refused<ExternalException>(() => x[0, 1, 2].Dispose(), "too many indices", "[2, 3]");
        Refused<ExternalException>(() => cat([x, randn(2, 4)], 0), "torch.cat()", "dimension 0", "[2, 3]", "[2, 4]");
        Refused<ExternalException>(() => (x + randn(2, 4)).Dispose(), "dimension 1", "[2, 3]", "[2, 4]");
        Refused<ExternalException>(() => x.t().view(6), "view", "[3, 2]", "reshape");
        Refused<ExternalException>(() => x.transpose(0, 2), "[-2, 1]", "got 2");
        Refused<ArgumentException>(() => x.item<float>(), "item", "[2, 3]");
    }

    [Fact]
    public void A_graph_is_used_once_and_a_leaf_is_not_changed()
    {
        using var x = randn(3, requires_grad: true);
        var twice = (x * x).sum();
        twice.backward();
        Refused<ExternalException>(twice.backward, "a second time");
        Refused<ExternalException>(() => (x * 2).backward(), "scalar outputs", "[3]");
        Refused<ExternalException>(() => x.add_(1), "leaf", "in-place");
        var saved = x.exp();
        saved.add_(1);
        Refused<ExternalException>(() => saved.sum().backward(), "modified by an inplace operation", "ExpBackward0");
        Refused<ExternalException>(() => ones(2).sum().backward(), "does not require grad");
    }

    [Fact]
    public void A_state_that_does_not_fit_names_its_entries()
    {
        using var linear = Linear(2, 3);
        Refused<InvalidOperationException>(() => linear.load_state_dict(new() { ["weight"] = ones(3, 2), ["scale"] = ones(1) }), "Missing: [bias]", "unexpected: [scale]");
        Refused<ExternalException>(() => linear.load_state_dict(new() { ["weight"] = ones(4, 2), ["bias"] = ones(3) }), "size mismatch for weight", "[4, 2]", "[3, 2]");
    }
}
