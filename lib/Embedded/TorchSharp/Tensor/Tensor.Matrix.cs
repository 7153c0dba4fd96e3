namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor matmul(Tensor target) => Ops.Matmul(this, Given(target));

        public Tensor mm(Tensor target) => Ops.Mm(this, Given(target));

        public Tensor bmm(Tensor batch2) => Ops.Bmm(this, Given(batch2));

        public Tensor mv(Tensor target)
        {
            if (Given(target).ndim != 1 || ndim != 2) throw new ExternalException($"vector + matrix @ vector expected, got {ndim}D and {target.ndim}D");
            return Ops.Matmul(this, target);
        }

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Ops.Addmm(this, Given(mat1), Given(mat2), beta, alpha);

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Ops.Overwrite(this, x => x.addmm(mat1, mat2, beta, alpha));

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1.0f, float alpha = 1.0f) => Ops.Blend(this, Given(mat).mv(Given(vec)), beta, alpha);

        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1.0f, float alpha = 1.0f) => Ops.Overwrite(this, x => x.addmv(mat, Given(vec), beta, alpha));

        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => Ops.Blend(this, Given(vec1).outer(Given(vec2)), beta, alpha);

        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => Ops.Overwrite(this, x => x.addr(vec1, Given(vec2), beta, alpha));

        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Ops.Blend(this, Given(batch1).bmm(Given(batch2)).sum(0L), beta, alpha);

        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Ops.Overwrite(this, x => x.addbmm(batch1, batch2, beta, alpha));

        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Ops.Blend(this, Given(batch1).bmm(Given(batch2)), beta, alpha);

        public Tensor dot(Tensor target)
        {
            if (!Impl.Shape.AsSpan().SequenceEqual(Given(target).Impl.Shape)) throw new InvalidOperationException($"dot arguments must have the same shape, but they have {Shapes.Text(Impl.Shape)} and {Shapes.Text(target.Impl.Shape)}.");
            if (ndim != 1) throw new ExternalException($"dot: 1D tensors expected, but got {ndim}D and {target.ndim}D tensors of shape {Shapes.Text(Impl.Shape)}");
            return (this * target).sum(Dtypes.Result(this, target));
        }

        public Tensor vdot(Tensor target) => dot(Given(target));

        public Tensor inner(Tensor vec2) => Given(vec2).ndim == 0 || ndim == 0 ? this * vec2 : torch.tensordot(this, vec2, [-1], [-1]);

        public Tensor outer(Tensor vec2)
        {
            if (Given(vec2).ndim != 1 || ndim != 1) throw new ExternalException($"outer: Expected 1-D arguments, but got {ndim}-D and {vec2.ndim}-D");
            return unsqueeze(1) * vec2.unsqueeze(0);
        }

        public Tensor ger(Tensor vec2) => outer(Given(vec2));

        public Tensor kron(Tensor other)
        {
            var rank = (int)Math.Max(ndim, Given(other).ndim);
            var (left, right, final) = (new long[2 * rank], new long[2 * rank], new long[rank]);
            for (var d = 0; d < rank; d++)
            {
                var a = d < rank - ndim ? 1 : Impl.Shape[d - (rank - (int)ndim)];
                var b = d < rank - other.ndim ? 1 : other.Impl.Shape[d - (rank - (int)other.ndim)];
                (left[2 * d], left[2 * d + 1], right[2 * d], right[2 * d + 1], final[d]) = (a, 1, 1, b, a * b);
            }
            return (reshape(left) * other.reshape(right)).reshape(final);
        }

        public Tensor trace()
        {
            if (ndim != 2) throw new ArgumentException($"trace: Expected a matrix, but got tensor with ndim == {ndim}, shape {Shapes.Text(Impl.Shape)}");
            return diagonal().sum();
        }

        public Tensor tensordot(Tensor b, long dims = 2) => torch.tensordot(this, Given(b), dims);

        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => torch.tensordot(this, b, Given(dims1), Given(dims2));

        public Tensor tensordot(Tensor b, (long, long)[] dims) => torch.tensordot(this, Given(b), [.. dims.Select(d => d.Item1)], [.. dims.Select(d => d.Item2)]);

        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => Ops.Covariance(this, correction, fweights, aweights);

        public Tensor corrcoef() => Ops.Correlation(this);

        public Tensor vander(long N = -1, bool increasing = false)
        {
            var n = N < 0 ? numel() : N;
            var powers = torch.arange(n, dtype: dtype);
            return unsqueeze(1).pow(increasing ? powers : powers.flip(0));
        }
    }
}
