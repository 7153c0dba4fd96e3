using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Hostile;

/// <summary>The mistakes that could end the process, one by one, with what their sentences say.</summary>
public class Enormous_and_disposed_tensors
{
    [Fact]
    public void A_disposed_tensor_says_so_in_every_kind_of_operation()
    {
        var gone = ones(1, 3, 8, 8);
        var weight = ones(2, 3, 3, 3);
        gone.Dispose();
        Action[] uses = [
            () => gone.add(1), () => (gone * weight).Dispose(), () => gone.sum(), () => gone.view(-1), () => _ = gone[0], () => gone.matmul(weight), () => nn.functional.conv2d(gone, weight),
            () => nn.functional.conv2d(weight, gone), () => nn.functional.max_pool2d(gone, 2), () => nn.functional.batch_norm(gone, null, null, training: true), () => gone.add_(1),
            () => gone.data<float>(), () => gone.item<float>(), () => gone.softmax(1), () => cat([weight, gone]), () => gone.backward(), () => gone.clone(), () => _ = gone.shape];
        Assert.All(uses, use => Assert.Equal("Tensor invalid -- empty handle.", Assert.Throws<InvalidOperationException>(use).Message));
    }

    [Fact]
    public void A_tensor_that_is_not_there_is_named()
    {
        using var x = ones(2, 2);
        var gradient = x.grad!;
        Action[] uses = [() => _ = x * gradient, () => _ = gradient * 0.1, () => _ = 1 - gradient, () => _ = -gradient, () => _ = gradient > x, () => x.add(gradient), () => x.div(gradient)];
        Assert.All(uses, use => Assert.Contains("call backward first", Assert.Throws<ArgumentNullException>(use).Message));
        Assert.Contains("Conv2d was called with null", Assert.Throws<ArgumentNullException>(() => nn.Conv2d(1, 1, 1).call(null!)).Message);
        Assert.Contains("CrossEntropyLoss was called with null", Assert.Throws<ArgumentNullException>(() => nn.CrossEntropyLoss().call(null!, x)).Message);
    }

    [Fact]
    public void A_view_of_more_elements_than_can_be_visited_exists_and_cannot_be_computed_with()
    {
        using var one = ones(1, 1, 1, 1);
        using var enormous = one.expand(1L << 20, 1L << 10, 1L << 10, 1L << 10);
        Assert.Equal(1L << 50, enormous.numel());
        Assert.Equal(1f, enormous[5, 4, 3, 2].item<float>());
        Action[] uses = [() => enormous.sum(), () => enormous.any(), () => enormous.argmax(), () => nn.functional.adaptive_avg_pool2d(enormous, 1), () => enormous.softmax(1), () => enormous.std()];
        Assert.All(uses, use => Assert.NotEmpty(Assert.Throws<ExternalException>(use).Message));
        Assert.Contains("[1048576, 1024, 1024, 1024]", Assert.Throws<ExternalException>(() => enormous.sum()).Message);
        Assert.Contains("Not enough memory", Assert.Throws<ExternalException>(() => enormous.add(1)).Message);
        Assert.Contains("Not enough memory", Assert.Throws<ExternalException>(() => enormous.clone()).Message);
    }

    [Fact]
    public void An_output_without_elements_takes_no_time()
    {
        // Each of its rows, which are as many as 64 bits can count, is empty.
        using var x = ones(1, 1, 2, 2).requires_grad_();
        Assert.Equal([1, 1, long.MaxValue - 1, 0], nn.functional.adaptive_avg_pool2d(x, [long.MaxValue - 1, 0]).shape);
        Assert.Equal([1, 1, long.MaxValue - 1, 0], nn.functional.adaptive_max_pool2d(x, [long.MaxValue - 1, 0]).shape);
    }

    [Fact]
    public void A_recurrent_layer_has_a_size_that_can_be()
    {
        Assert.Contains("num_layers", Assert.Throws<ArgumentException>(() => nn.GRU(2, 2, numLayers: 1L << 50)).Message);
        Action[] uses = [() => nn.LSTM((1L << 62) + 1, 2), () => nn.RNN(2, 1L << 62), () => nn.LSTM(-1, 2), () => nn.GRUCell(1L << 62, 4), () => nn.LSTMCell(2, 0)];
        Assert.All(uses, use => Assert.Contains("recurrent layer needs", Assert.Throws<ArgumentException>(use).Message));
    }

    [Fact]
    public void Sizes_are_neither_negative_nor_more_than_64_bits_can_count()
    {
        using var x = ones(1, 1);
        Assert.Contains("negative dimension", Assert.Throws<ExternalException>(() => zeros(2, -3)).Message);
        Assert.Contains("(-5)", Assert.Throws<ExternalException>(() => x.expand(-5, 2)).Message);
        Assert.Contains("overflowed", Assert.Throws<ExternalException>(() => x.expand(1L << 40, 1L << 40)).Message);
        Assert.Contains("overflowed", Assert.Throws<ExternalException>(() => zeros(1L << 32, 1L << 32)).Message);
        Assert.Equal(0, zeros([1L << 40, 0, 1L << 40]).numel());
        Assert.Contains("negative dimension", Assert.Throws<ExternalException>(() => x.as_strided([-2], [1])).Message);
        Assert.Contains("storage offset", Assert.Throws<ExternalException>(() => x.as_strided([1], [1], -1)).Message);
        Assert.Contains("require a storage", Assert.Throws<ExternalException>(() => x.as_strided([3, 3], [1L << 62, 1L << 62])).Message);
        Assert.Contains("is invalid for input of size", Assert.Throws<ExternalException>(() => x.reshape(1L << 62, 1L << 62)).Message);
        Assert.Contains("at most", Assert.Throws<ExternalException>(() => zeros([.. Enumerable.Repeat(1L, 70)])).Message);
    }

    [Fact]
    public void Positions_far_outside_do_not_wrap_around()
    {
        using var x = arange(10);
        Assert.Equal(0, x.slice(0, long.MaxValue, long.MaxValue, 1).numel());
        Assert.Equal(10, x.slice(0, long.MinValue, long.MaxValue, 1).numel());
        Assert.Equal([0L], x.slice(0, 0, 10, long.MaxValue).data<long>().ToArray());
        Assert.Throws<ExternalException>(() => x.narrow(0, 5, long.MaxValue));
        Assert.Throws<ExternalException>(() => x.select(0, long.MinValue));
        Assert.Equal([10L], x.split(long.MaxValue).Select(part => part.numel()));
        Assert.Equal(Enumerable.Repeat(1L, 10), x.chunk(long.MaxValue).Select(part => part.numel()));
        Assert.Equal(0, ones(3, 3).diagonal(long.MaxValue).numel());
        Assert.Throws<ExternalException>(() => x.tensor_split(long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.data<long>().CopyTo(new long[3], 0, -2));
        Assert.Contains("not compatible", Assert.Throws<ArgumentException>(() => ones(5, dtype: ScalarType.Byte).ReadCpuInt64(4)).Message);
    }

    [Fact]
    public void An_expanded_tensor_is_not_written_to()
    {
        var x = ones(1, 3).expand(2, 3);
        Assert.Contains("clone()", Assert.Throws<ExternalException>(() => x.add_(1)).Message);
        Assert.Contains("dimension 0", Assert.Throws<ExternalException>(() => x.zero_()).Message);
        Assert.Equal([1f, 1f, 1f, 1f, 1f, 1f], x.data<float>().ToArray());
    }

    [Fact]
    public void A_result_goes_into_an_out_argument_of_another_type_or_shape()
    {
        // Wrote past the end of the memory once, where the shapes or the element types differed.
        using var x = arange(6, dtype: ScalarType.Int32).reshape(2, 3);
        using var wide = zeros(4, 5, dtype: ScalarType.Float64);
        x.amax([1], @out: wide);
        Assert.Equal([2.0, 5.0], wide.data<double>().ToArray());
        using var columns = zeros(3, 2, dtype: ScalarType.Int32).t()[0];
        x.amax([0], @out: columns);
        Assert.Equal([3, 4, 5], columns.data<int>().ToArray());
        using var narrow = zeros(2, dtype: ScalarType.Int64);
        Assert.Contains("can't be cast", Assert.Throws<ExternalException>(() => x.to(ScalarType.Float32).amax([1], @out: narrow)).Message);
    }

    [Fact]
    public void Zeros_around_an_image_are_zeros()
    {
        // PaddingModes.Zeros went round and round like Circular once.
        using var x = arange(4, dtype: ScalarType.Float32).reshape(1, 1, 2, 2);
        Assert.Equal([0f, 0f, 1f, 0f, 0f, 2f, 3f, 0f], nn.functional.pad(x, [1, 1], PaddingModes.Zeros).data<float>().ToArray());
    }
}
