using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tests.NN;

/// <summary>Embeddings read in bags; values, gradients and start values from PyTorch 1.13 (Golden/modules.py, initial_weights.py).</summary>
[Collection(DefaultGenerator.Name)]
public class Bags_of_vectors
{
    private static Tensor Table => tensor([0L, 1, 3, 2, 2, 0]).view(2, 3);

    private static Tensor Numbers => tensor([0L, 1, 3, 0, 2]);

    private static void Same(string name, TorchSharp.Modules.EmbeddingBag bags, long[][] shapes, Func<TorchSharp.Modules.EmbeddingBag, Tensor[], Tensor> function)
        => Modules_with_parameters_equal_PyTorch.Check(name, bags, shapes, function);

    [Fact]
    public void They_are_added_with_weights()
        => Same("embedding_bag_sum", EmbeddingBag(4, 3, mode: EmbeddingBagMode.Sum), [[2, 3], [2, 3]], (m, x) => m.call(Table, null, x[1]) * x[0]);

    [Fact]
    public void The_largest_elements_are_taken_and_trained()
        => Same("embedding_bag_max", EmbeddingBag(4, 3, mode: EmbeddingBagMode.Max, padding_index: 3, include_last_offset: true), [[4, 3]], (m, x) => m.call(Numbers, tensor([0L, 2, 3, 3, 5])) * x[0]);

    [Fact]
    public void Rows_that_are_too_long_are_made_shorter()
        => Same("embedding_bag_short", EmbeddingBag(4, 3, 0.5, 1), [[2, 3]], (m, x) => cat([m.call(Table) * x[0], m.weight!.detach()], 0));

    [Fact]
    public void A_mean_is_that_of_an_embedding()
    {
        using var scope = NewDisposeScope();
        var vectors = randn(4, 3);
        var wanted = Embedding_from_pretrained(vectors).call(Table).mean([1]);
        Assert.True(EmbeddingBag_from_pretrained(vectors).call(Table).allclose(wanted));
        Assert.False(EmbeddingBag_from_pretrained(vectors).weight!.requires_grad);
        var trained = EmbeddingBag_from_pretrained(vectors, freeze: false, dtype: float64);
        Assert.True(trained.weight!.requires_grad);
        Assert.Equal(float64, trained.call(Table).dtype);
    }

    [Fact]
    public void Numbers_of_32_bits_are_taken()
    {
        using var scope = NewDisposeScope();
        var bags = EmbeddingBag(4, 3);
        Assert.True(bags.call(Table.to(int32)).Equals(bags.call(Table)));
        Assert.True(bags.call(Numbers.to(int32), tensor([0, 2])).Equals(bags.call(Numbers, tensor([0L, 2]))));
    }

    [Fact]
    public void Empty_bags_are_zero()
    {
        using var scope = NewDisposeScope();
        foreach (var mode in Enum.GetValues<EmbeddingBagMode>())
        {
            var bags = EmbeddingBag(4, 3, mode: mode, padding_index: 1);
            Assert.Equal(0, bags.call(tensor([1L, 1, 2]), tensor([0L, 0, 2])).narrow(0, 0, 2).abs().sum().item<float>());
            Assert.Equal([0L, 3], bags.call(empty([0, 2], int64)).shape);
        }
    }

    [Fact]
    public void Start_values_are_those_of_PyTorch()
        => Initial_weights_are_those_of_PyTorch.Seeded("embedding_bag", 15, () => EmbeddingBag(6, 4, padding_index: 2));

    [Fact]
    public void What_does_not_fit_is_refused_in_a_sentence()
    {
        using var scope = NewDisposeScope();
        var bags = EmbeddingBag(4, 3);
        Assert.Contains("integral", Assert.Throws<ArgumentException>(() => bags.call(ones(2, 3))).Message);
        Assert.Contains("'offsets'", Assert.Throws<ArgumentException>(() => bags.call(Numbers)).Message);
        Assert.Contains("'offsets'", Assert.Throws<ArgumentException>(() => bags.call(Table, tensor([0L]))).Message);
        Assert.Contains("same element type", Assert.Throws<ArgumentException>(() => bags.call(Numbers, tensor([0]))).Message);
        Refused("index 4 out of range", () => bags.call(Table + 1));
        Refused("begin with 0", () => bags.call(Numbers, tensor([1L, 2])));
        Refused("rise to at most 5", () => bags.call(Numbers, tensor([0L, 6])));
        Refused("only for the mode Sum", () => bags.call(Table, null, ones(2, 3)));
        Refused("[2, 3]", () => EmbeddingBag(4, 3, mode: EmbeddingBagMode.Sum).call(Table, null, ones(3, 2)));
        Refused("within num_embeddings (4)", () => EmbeddingBag(4, 3, padding_index: 4));

        static void Refused(string words, Action call) => Assert.Contains(words, Assert.Throws<ExternalException>(call).Message);
    }
}
