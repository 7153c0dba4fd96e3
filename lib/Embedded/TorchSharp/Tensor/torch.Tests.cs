namespace TorchSharp;

public static partial class torch
{
    public static bool is_tensor(object obj) => obj is Tensor;

    public static bool is_complex(Tensor input) => Given(input).is_complex();

    public static bool is_floating_point(Tensor input) => Given(input).is_floating_point();

    public static bool is_nonzero(Tensor input) => Given(input).is_nonzero();

    public static long numel(Tensor input) => Given(input).numel();
}
