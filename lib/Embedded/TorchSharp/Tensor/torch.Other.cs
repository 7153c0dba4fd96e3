namespace TorchSharp;

public static partial class torch
{
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => Given(input).bincount(weights, minlength);

    public static Tensor broadcast_to(Tensor input, params long[] shape) => Given(input).broadcast_to(shape);

    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) => Given(input).bucketize(boundaries, outInt32, right);

    public static Tensor clone(Tensor input) => Given(input).clone();

    public static Tensor corrcoef(Tensor input) => Given(input).corrcoef();

    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => Given(input).cov(correction, fweights, aweights);

    public static (Tensor values, Tensor indices) cummax(Tensor input, long dim) => Given(input).cummax(dim);

    public static (Tensor values, Tensor indices) cummin(Tensor input, long dim) => Given(input).cummin(dim);

    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => Given(input).cumprod(dim, dtype);

    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => Given(input).cumsum(dim, type);

    public static Tensor diag(Tensor input, long diagonal = 0) => Given(input).diag(diagonal);

    public static Tensor diag_embed(Tensor input, long offset = 0L, long dim1 = -2L, long dim2 = -1L) => Given(input).diag_embed(offset, dim1, dim2);

    public static Tensor diagflat(Tensor input, long offset = 0) => Given(input).diagflat(offset);

    public static Tensor diagonal(Tensor input, long offset = 0L, long dim1 = 0L, long dim2 = 1L) => Given(input).diagonal(offset, dim1, dim2);

    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => Given(input).diff(n, dim, prepend, append);

    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => Given(input).flatten(start_dim, end_dim);

    public static Tensor flip(Tensor input, params long[] dims) => Given(input).flip(dims);

    public static Tensor fliplr(Tensor input) => Given(input).fliplr();

    public static Tensor flipud(Tensor input) => Given(input).flipud();

    public static Tensor kron(Tensor input, Tensor other) => Given(input).kron(other);

    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => Given(input).rot90(k, dims);

    public static Tensor gcd(Tensor left, Tensor right) => Given(left).gcd(right);

    public static Tensor gcd_(Tensor left, Tensor right) => Given(left).gcd_(right);

    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) => Given(input).histc(bins, min, max);

    public static Tensor lcm(Tensor input, Tensor other) => Given(input).lcm(other);

    public static Tensor lcm_(Tensor input, Tensor other) => Given(input).lcm_(other);

    public static Tensor logcumsumexp(Tensor input, long dim) => Given(input).logcumsumexp(dim);

    public static Tensor ravel(Tensor input) => Given(input).ravel();

    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => Given(input).renorm(p, dim, maxnorm);

    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) => Given(input).repeat_interleave(repeats, dim, output_size);

    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) => Given(input).repeat_interleave(repeats, dim, output_size);

    public static Tensor roll(Tensor input, long shifts, long? dims = null) => Given(input).roll(shifts, dims);

    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => Given(input).roll(shifts, dims);

    public static Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims) => Given(input).roll(shifts, dims);

    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => Given(input).roll(shifts, dims);

    public static Tensor roll(Tensor input, long[] shifts) => Given(input).roll(shifts);

    public static Tensor roll(Tensor input, ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => Given(input).roll(shifts, dims);

    public static Tensor trace(Tensor input) => Given(input).trace();

    public static Tensor tril(Tensor input, long diagonal = 0) => Given(input).tril(diagonal);

    public static Tensor tril_(Tensor input, long diagonal = 0) => Given(input).tril_(diagonal);

    public static Tensor triu(Tensor input, long diagonal = 0L) => Given(input).triu(diagonal);

    public static Tensor triu_(Tensor input, long diagonal = 0L) => Given(input).triu_(diagonal);

    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => Given(x).vander(N, increasing);
}
