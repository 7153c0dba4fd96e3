using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>What programs ask of a tensor or set for the process, answered as TorchSharp answers without a GPU and without complex numbers.</summary>
public class Questions_and_switches
{
    [Fact]
    public void A_real_tensor_is_its_own_conjugate()
    {
        using var x = tensor([1f, -2f], requires_grad: true);
        Assert.False(is_conj(x) || x.is_conj() || x.is_neg() || is_neg(x).item<bool>());
        Tensor[] same = [conj(x), conj_physical(x), real(x), resolve_conj(x), resolve_neg(x), x.conj(), x.conj_physical(), x.real, x.resolve_conj(), x.resolve_neg()];
        foreach (var other in same)
        {
            Assert.NotSame(x, other);
            Assert.Equal([1f, -2f], other.data<float>().ToArray());
            x.grad = null;
            other.sum().backward();
            Assert.Equal([1f, 1f], x.grad!.data<float>().ToArray());
        }
        using var y = ones(2);
        Assert.Same(y, y.conj_physical_());
        Assert.Same(y, conj_physical_(y));
        y.real.fill_(3);
        Assert.Equal([3f, 3f], y.data<float>().ToArray());
    }

    [Fact]
    public void Tensors_are_told_from_other_things()
    {
        Assert.True(is_tensor(ones(1)));
        Assert.False(is_tensor(1f));
        Assert.False(ones(1).is_quantized());
    }

    [Fact]
    public void Without_a_GPU_no_memory_is_pinned()
    {
        using var x = ones(2);
        Assert.False(x.is_pinned());
        Assert.Contains("accelerator", Assert.Throws<ExternalException>(() => x.pin_memory()).Message);
    }

    [Fact]
    public void Integer_types_have_a_largest_number()
    {
        Assert.Equal([255L, 127, 32767, 2147483647, long.MaxValue], new[] { uint8, int8, int16, int32, int64 }.Select(max_int_value));
        Assert.Throws<ArgumentException>(() => max_int_value(float32));
        Assert.Throws<ArgumentException>(() => max_int_value(@bool));
    }

    [Fact]
    public void Switches_of_GPU_libraries_keep_their_value()
    {
        Switch(() => backends.cuda.matmul.allow_tf32, on => backends.cuda.matmul.allow_tf32 = on, first: false);
        Switch(() => backends.cuda.matmul.allow_fp16_reduced_precision_reduction, on => backends.cuda.matmul.allow_fp16_reduced_precision_reduction = on, first: true);
        Switch(() => backends.cudnn.allow_tf32, on => backends.cudnn.allow_tf32 = on, first: true);
        Switch(backends.cuda.flash_sdp_enabled, backends.cuda.enable_flash_sdp, first: true);
        Switch(backends.cuda.math_sdp_enabled, backends.cuda.enable_math_sdp, first: true);
    }

    private static void Switch(Func<bool> get, Action<bool> set, bool first)
    {
        Assert.Equal(first, get());
        set(!first);
        Assert.Equal(!first, get());
        set(first);
        Assert.Equal(first, get());
    }

    [Fact]
    public void The_number_of_threads_between_operations_is_kept()
    {
        var before = get_num_interop_threads();
        Assert.True(before > 0);
        set_num_interop_threads(3);
        Assert.Equal(3, get_num_interop_threads());
        set_num_interop_threads(before);
        Assert.Throws<ExternalException>(() => set_num_interop_threads(0));
    }

    [Fact]
    public void A_module_has_no_whole_numbers()
    {
        using var module = nn.Linear(2, 1);
        Action[] refused = [() => module.@bool(), () => module.@byte(), () => module.@char(), () => module.@short(), () => module.@int(), () => module.@long()];
        foreach (var refuse in refused) Assert.Contains("floating point", Assert.Throws<ArgumentException>(refuse).Message);
        Assert.Equal(float32, module.weight.dtype);
    }

    [Fact]
    public void A_tensor_becomes_a_parameter()
    {
        using var parameter = ones(2, 3).AsParameter();
        Assert.True(parameter.requires_grad && parameter.is_leaf);
        Assert.Equal([2, 3], parameter.IntShape().ToArray());
    }

    [Fact]
    public void Blocks_are_joined_by_the_class_of_tensors_too() => Assert.Equal([1f, 0, 0, 2], Tensor.block_diag(ones(1), ones(1) * 2).data<float>().ToArray());

    [Fact]
    public void Half_precision_is_read_as_float32()
    {
        Assert.Equal((0.5f, -1.5f), (tensor(new[] { (Half)0.5f }).ReadCpuFloat16(0), tensor([-1.5f]).bfloat16().ReadCpuBFloat16(0)));
    }
}
