using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Other names of operations, small makers and questions; the numbers are PyTorch's.</summary>
[Collection(global::Tests.DefaultGenerator.Name)]
public class Small_functions
{
    private static Tensor X => tensor(new[] { 0.5f, -0.25f, 0.75f });

    private static Tensor Y => tensor(new[] { 0.25f, -0.25f, 2f });

    public static TheoryData<string> Names => [.. Pairs.Keys];

    // The other name, and the operation.
    private static readonly Dictionary<string, (Func<Tensor> Other, Func<Tensor> Operation)> Pairs = new()
    {
        ["arccos"] = (() => arccos(X), X.acos),
        ["arccosh"] = (() => arccosh(Y + 1.5), (Y + 1.5).acosh),
        ["arcsin"] = (() => arcsin(X), X.asin),
        ["arcsinh"] = (() => arcsinh(X), X.asinh),
        ["arctan"] = (() => arctan(X), X.atan),
        ["arctan2"] = (() => arctan2(X, Y), () => X.atan2(Y)),
        ["arctanh"] = (() => arctanh(X), X.atanh),
        ["broadcast_to"] = (() => broadcast_to(X, 2, 3), () => X.expand(2, 3)),
        ["chain_matmul"] = (() => chain_matmul(ones(2, 3), ones(3, 4), ones(4, 1)), () => ones(2, 1) * 12),
        ["clamp_max"] = (() => clamp_max(X, 0.6), () => X.clamp(max: 0.6)),
        ["clip"] = (() => clip(X, 0, 0.6), () => X.clamp(0, 0.6)),
        ["concat"] = (() => concat([X, Y]), () => cat([X, Y])),
        ["concatenate"] = (() => concatenate([X, Y]), () => cat([X, Y])),
        ["expand_as"] = (() => X.expand_as(ones(2, 3)), () => X.expand(2, 3)),
        ["fix"] = (() => fix(Y * 3), (Y * 3).trunc),
        ["ger"] = (() => ger(X, Y), () => outer(X, Y)),
        ["greater"] = (() => greater(X, Y), () => X.gt(Y)),
        ["greater_equal"] = (() => greater_equal(X, Y), () => X.ge(Y)),
        ["less"] = (() => less(X, Y), () => X.lt(Y)),
        ["less_equal"] = (() => less_equal(X, Y), () => X.le(Y)),
        ["not_equal"] = (() => not_equal(X, Y), () => X.ne(Y)),
        ["mH"] = (() => ones(2, 3).tril().mH, () => ones(2, 3).tril().transpose(0, 1)),
        ["moveaxis"] = (() => moveaxis(ones(2, 3, 4), [0], [2]), () => ones(2, 3, 4).movedim([0], [2])),
        ["multiply"] = (() => multiply(X, Y), () => X * Y),
        ["pinverse"] = (() => pinverse(eye(3) * 2), () => eye(3) / 2),
        ["row_stack"] = (() => row_stack(X, Y), () => vstack([X, Y])),
        ["swapaxes"] = (() => swapaxes(ones(2, 3), 0, 1), () => ones(3, 2)),
        ["swapdims"] = (() => swapdims(ones(2, 3), 0, 1), () => ones(3, 2)),
        ["trapz"] = (() => trapz(X), () => tensor(0.375f)),
        ["true_divide"] = (() => true_divide(X, Y), () => X / Y),
        ["vdot"] = (() => vdot(X, Y), () => X.dot(Y)),
        ["view_as"] = (() => X.view_as(ones(3, 1)), () => X.view(3, 1)),
        ["bitwise_not"] = (() => bitwise_not(tensor(new[] { 0, 5, -1 })), () => tensor(new[] { -1, -6, 0 })),
        ["~"] = (() => ~tensor(new byte[] { 0, 5, 255 }), () => tensor(new byte[] { 255, 250, 0 })),
        ["bitwise_right_shift"] = (() => bitwise_right_shift(tensor(new[] { 8, -8, 5 }), tensor(new[] { 1, 2, 1 })), () => tensor(new[] { 4, -2, 2 })),
        ["isreal"] = (() => isreal(X), () => ones(3, dtype: ScalarType.Bool)),
        ["new_full"] = (() => X.new_full(2, 2, 7), () => ones(2, 2) * 7),
        ["new_ones"] = (() => X.new_ones(2, 3), () => ones(2, 3)),
        ["new_zeros"] = (() => X.new_zeros(2, dtype: ScalarType.Int64), () => zeros(2, dtype: ScalarType.Int64)),
        ["type_as"] = (() => (X * 4).type_as(arange(1)), () => tensor([2L, -1, 3])),
        ["as_tensor"] = (() => as_tensor(new[] { 0.5f, -0.25f, 0.75f }), () => X),
        ["from_array"] = (() => from_array(new[,] { { 1L, 2 }, { 3, 4 } }), () => arange(1, 5).view(2, 2)),
        ["FloatTensor"] = (() => FloatTensor(arange(2)), () => arange(2, dtype: ScalarType.Float32)),
        ["DoubleTensor"] = (() => DoubleTensor(arange(2)), () => arange(2, dtype: ScalarType.Float64)),
        ["LongTensor"] = (() => LongTensor(ones(2)), () => ones(2, dtype: ScalarType.Int64)),
        ["IntTensor"] = (() => IntTensor(ones(2)), () => ones(2, dtype: ScalarType.Int32)),
        ["ShortTensor"] = (() => ShortTensor(ones(2)), () => ones(2, dtype: ScalarType.Int16)),
        ["ByteTensor"] = (() => ByteTensor(ones(2)), () => ones(2, dtype: ScalarType.Byte)),
        ["BoolTensor"] = (() => BoolTensor(ones(2)), () => ones(2, dtype: ScalarType.Bool)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_the_operation_under_another_name(string name)
    {
        var (other, operation) = (Pairs[name].Other(), Pairs[name].Operation());
        Assert.Equal(operation.dtype, other.dtype);
        Assert.Equal(operation.shape, other.shape);
        Assert.Equal(operation.to(ScalarType.Float64).data<double>().ToArray(), other.to(ScalarType.Float64).data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Types_answer_as_in_PyTorch()
    {
        Assert.Equal(ScalarType.Float16, promote_types(ScalarType.Int32, ScalarType.Float16));
        Assert.Equal(ScalarType.Float32, promote_types(ScalarType.BFloat16, ScalarType.Float16));
        Assert.Equal(ScalarType.Float32, result_type(ones(2), tensor(1.0)));
        Assert.Equal(ScalarType.Float64, result_type(ones(2), ones(2, dtype: ScalarType.Float64)));
        Assert.False(can_cast(ScalarType.Float32, ScalarType.Int64));
        Assert.True(can_cast(ScalarType.Int64, ScalarType.Float16));
        Assert.Equal((false, true, false, false), (is_complex(ScalarType.Float32), is_integral(ScalarType.Int64), is_integral(ScalarType.Float32), is_quantized(ScalarType.Int8)));
        Assert.Equal((false, true, false), (X.is_complex(), arange(2).is_integral(), X.is_sparse));
        Assert.Equal(ScalarType.Float32, get_default_dtype());
        Assert.Equal(DeviceType.CPU, get_default_device().type);
    }

    [Fact]
    public void Shapes_are_broadcast_from_the_last_dimension() => Assert.Equal([4L, 2, 3], broadcast_shapes([2, 1], [4, 1, 3]).Shape);

    [Fact]
    public void A_tensor_knows_where_and_how_it_lies()
    {
        using var x = arange(6, dtype: ScalarType.Float32).view(2, 3);
        Assert.Equal((true, false, DeviceType.CPU, 4L, 4L, 2L), (x.is_cpu(), x.is_cuda, x.device_type, x.element_size(), x.ElementSize, x.Dimensions));
        Assert.Equal(3L, x[1].storage_offset());
        Assert.Equal(-1, x.device_index);
        Assert.Equal([2L, 3], empty_like(x).shape);
        Assert.Equal(ScalarType.Float32, empty_like(x).dtype);
        Assert.Equal([3L, 3], x.new_empty(3, 3).shape);
        Assert.Equal([1L, 2], empty_strided([2, 2], [1, 2]).stride());
        Assert.True(x.with_requires_grad().requires_grad);
        Assert.False(cuda_is_available() || mps_is_available() || TryInitializeDeviceType(DeviceType.CUDA));
        Assert.True(TryInitializeDeviceType(DeviceType.CPU));
        InitializeDeviceType(DeviceType.CPU);
        Assert.Equal(CPU, InitializeDevice(CPU));
        Assert.False(is_inference_mode_enabled());
        using (inference_mode()) Assert.True(is_inference_mode_enabled());
    }

    [Fact]
    public void A_graphics_processor_of_Apple_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => X.to(MPS));
        Assert.Throws<InvalidOperationException>(() => X.mps());
    }

    [Fact]
    public void Elements_are_read_by_their_number()
    {
        Assert.Equal((0.5f, 0.5, true), (X.ReadCpuSingle(0), X.to(ScalarType.Float64).ReadCpuDouble(0), tensor(new[] { true }).ReadCpuBool(0)));
        Assert.Equal(((byte)3, (sbyte)-3, (short)-3, -3), (tensor(new byte[] { 3 }).ReadCpuByte(0), tensor(new sbyte[] { -3 }).ReadCpuSByte(0), tensor(new short[] { -3 }).ReadCpuInt16(0), tensor(new[] { -3 }).ReadCpuInt32(0)));
        Assert.Equal((0.75f, 3L), (X.ReadCpuValue<float>(2), tensor(3L).ReadCpuInt64(0)));
        var list = Assert.IsType<System.Collections.ArrayList>(arange(4).view(2, 2).tolist());
        Assert.Equal(3, Assert.IsType<Scalar>(Assert.IsType<System.Collections.ArrayList>(list[1])[1]).ToInt32());
        Assert.Equal([1L, 2], tensor(new[] { 0, 5, 6 }).nonzero_as_list()[0].data<long>().ToArray());
        Assert.True(is_nonzero(tensor(-1)) && !tensor(0f).is_nonzero());
        Assert.Throws<InvalidOperationException>(() => is_nonzero(X));
    }

    [Fact]
    public void A_histogram_counts_between_its_edges()
    {
        var (counts, edges) = histogram(tensor(new[] { 1f, 2, 1, 3 }), 4, (0.0, 4.0));
        Assert.Equal([0f, 2, 1, 1], counts.data<float>().ToArray());
        Assert.Equal([0f, 1, 2, 3, 4], edges.data<float>().ToArray());
    }

    [Fact]
    public void The_state_of_the_generator_is_kept_and_set()
    {
        manual_seed(77);
        Assert.Equal(77L, initial_seed());
        using var state = get_rng_state();
        var first = rand(3).data<float>().ToArray();
        set_rng_state(state);
        Assert.Equal(first, rand(3).data<float>().ToArray());
    }
}
