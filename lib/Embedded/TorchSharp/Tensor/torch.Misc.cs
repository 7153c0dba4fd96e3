namespace TorchSharp;

public static partial class torch
{
    public static Tensor norm(Tensor input) => Given(input).norm();

    public static Tensor squeeze(Tensor input, long? dim = null) => Given(input).squeeze(dim);

    public static Tensor squeeze_(Tensor input, long? dim = null) => Given(input).squeeze_(dim);

    public static Tensor[] unbind(Tensor tensor, int dim = 0) => Given(tensor).unbind(dim);

    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter_add_(dim, index, src);

    public static Tensor clamp_max(Tensor input, Scalar max) => Given(input).clamp_max(max);

    public static Tensor clamp_min(Tensor input, Scalar min) => Given(input).clamp_min(min);

    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => Given(input).unflatten(dim, sizes);

    public static Tensor unflatten(Tensor input, long dim, Size sizes) => Given(input).unflatten(dim, sizes.Shape);

    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => Given(input).index_fill(dim, index, value);

    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) => Given(input).index_fill_(dim, index, value);

    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => Given(input).std_mean(unbiased);

    public static Tensor clamp_max_(Tensor input, Scalar max) => Given(input).clamp_max_(max);

    public static Tensor clamp_min_(Tensor input, Scalar min) => Given(input).clamp_min_(min);
}
