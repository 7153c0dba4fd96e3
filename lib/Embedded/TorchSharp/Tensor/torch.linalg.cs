namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra.</summary>
    public static partial class linalg
    {
        /// <summary>Which factors a QR decomposition gives.</summary>
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        public static Tensor inv(Tensor input) => Ops.Inverse(Given(input));

        public static Tensor det(Tensor input) => Ops.Determinant(Given(input));

        public static (Tensor, Tensor) slogdet(Tensor input) => Ops.SlogDet(Given(input));

        public static Tensor cholesky(Tensor input) => Ops.Cholesky(Given(input));

        /// <summary>Eigenvalues (rising) and eigenvectors of symmetric matrices, of which one triangle is read.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Ops.SymmetricEigen(Given(input), char.ToUpperInvariant(UPLO) == 'U');

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => eigh(input, UPLO).Item1;

        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced)
        {
            var (q, r) = Ops.Qr(Given(input), mode == QRMode.Complete);
            return mode == QRMode.R ? (empty(0, dtype: input.dtype), r) : (q, r);
        }

        /// <summary>U, singular values (falling) and V transposed.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Ops.Svd(Given(input), fullMatrices);

        public static Tensor svdvals(Tensor input) => Ops.Svd(Given(input), full: false).S;

        public static Tensor solve(Tensor A, Tensor B, bool left = true) => left ? Ops.Solve(Given(A), Given(B)) : Ops.Solve(Given(A).mT, Given(B).mT).mT;

        /// <summary>The Moore-Penrose inverse by singular values; those below rtol times the largest count as zero.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) => Ops.PseudoInverse(Given(input), atol, rtol);

        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) => Ops.Rank(Given(input), atol, rtol);

        public static Tensor multi_dot(IList<Tensor> tensors) => Given(tensors).Count == 0
            ? throw new ExternalException("multi_dot(): expected at least 1 tensor but got 0")
            : tensors.Aggregate((a, b) => a.matmul(b));

        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => torch.cross(Given(input), Given(other), dim);

        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => Given(input).diagonal(offset, dim1, dim2);

        public static Tensor vander(Tensor input, long? N = null) => Given(input).vander(N ?? -1, increasing: true);

        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) => Ops.Out((x * y).sum(dim), @out);

        public static Tensor vector_norm(Tensor input, double ord = 2d, long[]? dims = null, bool keepdim = false) => Ops.Norm(Given(input), ord, dims ?? [], keepdim);

        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false)
        {
            var (a, b) = RowsAndColumns(Given(input), dims);
            if (ord == "fro") return Ops.Norm(input, 2, [a, b], keepdim);
            if (ord == "nuc") return Ops.Svd(input.movedim([a, b], [-2, -1]), full: false).S.sum(-1);
            throw new ExternalException($"linalg.matrix_norm: Order {ord} not supported.");
        }

        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false)
        {
            var (r, c) = RowsAndColumns(Given(input), dims);
            if (Math.Abs(ord) == 2)
            {
                var s = Ops.Svd(input.movedim([r, c], [-2, -1]), full: false).S;
                return ord > 0 ? s.amax(-1) : s.amin(-1);
            }
            var (sum, extreme) = Math.Abs(ord) == 1 ? (r, c) : double.IsInfinity(ord) ? (c, r)
                : throw new ExternalException($"linalg.matrix_norm: Order {ord} not supported.");
            var sums = input.abs().sum(sum, keepdim: true);
            var result = ord > 0 ? sums.amax([extreme], keepdim: true) : sums.amin([extreme], keepdim: true);
            return keepdim ? result : result.squeeze(Math.Max(r, c)).squeeze(Math.Min(r, c));
        }

        private static (int Row, int Column) RowsAndColumns(Tensor input, long[]? dims)
        {
            Ops.RequireMatrices("matrix_norm", input);
            if (dims is not null && dims.Length != 2) throw new ExternalException($"linalg.matrix_norm: dim must be a 2-tuple, but it has {dims.Length} entries.");
            var rank = (int)input.ndim;
            var (row, column) = dims is null ? (rank - 2, rank - 1) : (Shapes.Dim(dims[0], input.Impl.Shape, "linalg.matrix_norm"), Shapes.Dim(dims[1], input.Impl.Shape, "linalg.matrix_norm"));
            return row != column ? (row, column) : throw new ExternalException($"linalg.matrix_norm: dims must be different, but both are {row}.");
        }

        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) => matrix_norm(Given(input), ord, dims, keepdim);

        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Given(input).ndim > 2 && dims is null ? throw new ExternalException($"linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got {input.ndim}D.")
            : dims?.Length == 2 || (dims is null && input.ndim == 2) ? matrix_norm(input, ord, dims, keepdim) : vector_norm(input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) => norm(Given(input), (double)ord, dims, keepdim);

        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Ops.Norm(Given(input), 2, dims ?? [], keepdim);

        public static Tensor cond(Tensor input)
        {
            var s = svdvals(input);
            return s.amax(-1) / s.amin(-1);
        }
    }

    public static Tensor inverse(Tensor input) => Ops.Inverse(Given(input));

    public static Tensor det(Tensor input) => Ops.Determinant(Given(input));

    public static Tensor logdet(Tensor input) => Given(input).logdet();

    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => Ops.SlogDet(Given(A));

    public static Tensor cholesky(Tensor input) => Ops.Cholesky(Given(input));

    public static Tensor cholesky(Tensor input, bool upper) => Given(input).cholesky(upper);

    public static Tensor matrix_power(Tensor input, int n) => Given(input).matrix_power(n);

    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => linalg.pinv(input, rtol: rcond, hermitian: hermitian);

    public static Tensor chain_matmul(params Tensor[] matrices) => linalg.multi_dot(Given(matrices));

    public partial class Tensor
    {
        public Tensor inverse() => Ops.Inverse(this);

        public Tensor det() => Ops.Determinant(this);

        public Tensor logdet()
        {
            var (sign, log) = Ops.SlogDet(this);
            return Ops.Where(sign.lt(0), double.NaN, log);
        }

        public Tensor cholesky(bool upper = false) => upper ? Ops.Cholesky(this).mT : Ops.Cholesky(this);

        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => linalg.pinv(this, rtol: rcond, hermitian: hermitian);

        public Tensor matrix_power(int n)
        {
            Ops.RequireMatrices("matrix_power", this);
            if (size(-1) != size(-2)) throw new ExternalException($"linalg.matrix_power: A must be batches of square matrices, but they are {size(-2)} by {size(-1)} matrices");
            if (n == 0) return clone().copy_(eye(size(-1), dtype: dtype));
            // The power is a product of the squares of squares that the bits of n name.
            var square = n < 0 ? Ops.Inverse(this) : this;
            Tensor? result = null;
            for (var bits = Math.Abs((long)n); ; square = square.matmul(square))
            {
                if ((bits & 1) == 1) result = result is null ? square : result.matmul(square);
                if ((bits >>= 1) == 0) return n == 1 ? clone() : result!;
            }
        }
    }
}
