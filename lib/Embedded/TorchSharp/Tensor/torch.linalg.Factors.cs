namespace TorchSharp;

public static partial class torch
{
    // Factors of matrices, and what is solved with them. Matrices come in batches, [.., rows, columns].
    public static partial class linalg
    {
        /// <summary>The lower factor of positive definite matrices and, for each, 0 or (Int32) the order of the first leading minor that is not positive, where L is NaN.</summary>
        /// <exception cref="ExternalException">A matrix is not positive definite and <paramref name="check_errors"/> is set.</exception>
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) => Ops.CholeskyWithInfo(Given(input), check_errors);

        /// <summary>The inverses and, for each, 0 or (Int32) the place of the first pivot that is zero, where the inverse is NaN.</summary>
        /// <exception cref="ExternalException">A matrix is singular and <paramref name="check_errors"/> is set.</exception>
        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) => Ops.InverseWithInfo(Given(input), check_errors);

        /// <summary>The solutions of A X = B (X A = B where not left) and, for each, 0 or (Int32) the place of the first pivot that is zero, where the solution is NaN.</summary>
        /// <exception cref="ExternalException">A matrix is singular and <paramref name="check_errors"/> is set.</exception>
        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) => Ops.SolveWithInfo(Given(A), Given(B), left, check_errors);

        /// <summary>X with A X = B (X A = B where not left), A triangular: the other triangle is not read, nor the diagonal where unitriangular.</summary>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) =>
            Ops.Out(Ops.SolveTriangular(Given(A), Given(B), upper, left, unitriangular), @out);

        /// <summary>input [.., m, n] = P L U: P [.., m, m], L [.., m, k] with ones on its diagonal, U [.., k, n], k the smaller of m and n.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true)
        {
            var (factors, pivots) = lu_factor(input, pivot);
            var (l, u) = Ops.LowerAndUpper(factors);
            return (Ops.Permutation(pivots!, (int)factors.size(-2), factors.dtype), l, u);
        }

        /// <summary>L, without its diagonal, and U in one matrix, and (Int32, [.., k]) the rows, from 1, that changed places in turn.</summary>
        /// <exception cref="ExternalException"><paramref name="pivot"/> is false, for which PyTorch needs a GPU.</exception>
        public static (Tensor LU, Tensor? Pivots) lu_factor(Tensor input, bool pivot = true)
        {
            var (factors, pivots, _) = Ops.Lu(Given(input), pivot);
            return (factors, pivots);
        }

        /// <summary>X with A X = B (X A = B where not left), A or, adjoint, its transpose being given by <see cref="lu_factor"/>.</summary>
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null) =>
            Ops.Out(Ops.LuSolve(Given(LU), Given(pivots), Given(B), left, adjoint), @out);

        /// <summary>The X [.., n, k] or [.., n] that minimises |input X - other|, the shortest one where there are several, and the rank of input; residuals and singular values are empty, as PyTorch leaves them on a CPU.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) => LeastSquares(Given(input), Given(other), null);

        /// <summary>As above; singular values of at most rcond times the largest count as zero.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond) => LeastSquares(Given(input), Given(other), rcond);

        private static (Tensor, Tensor, Tensor, Tensor) LeastSquares(Tensor input, Tensor other, double? rcond)
        {
            var (solution, rank) = Ops.LeastSquares(input, other, rcond);
            return (solution, empty(0, dtype: input.dtype), rank, empty(0, dtype: input.dtype));
        }

        /// <summary>The first columns of the product of the reflections that <see cref="geqrf"/> gives: A [.., m, n], tau [.., k].</summary>
        public static Tensor householder_product(Tensor A, Tensor tau)
        {
            Ops.RequireMatrices("householder_product", Given(A));
            if (A.size(-2) < A.size(-1)) throw new ExternalException($"linalg.householder_product: input.shape[-2] must be greater than or equal to input.shape[-1], but input has shape {Shapes.Text(A.Impl.Shape)}");
            return Ops.Reflect("linalg.householder_product", A, Given(tau), eye(A.size(-2), A.size(-1), dtype: A.dtype), transpose: false);
        }

        /// <summary>The exponential of square matrices.</summary>
        public static Tensor matrix_exp(Tensor input) => Given(input).matrix_exp();

        /// <summary>The inverse with regard to <see cref="tensordot(Tensor, Tensor, long)"/> over the first ind dimensions: the shape's parts change places.</summary>
        public static Tensor tensorinv(Tensor input, long ind)
        {
            if (ind <= 0) throw new ExternalException($"linalg.tensorinv: Expected a strictly positive integer for 'ind', but got {ind}");
            var shape = Given(input).shape;
            var (left, right) = (shape[..(int)Math.Min(ind, shape.Length)], shape[(int)Math.Min(ind, shape.Length)..]);
            var (rows, columns) = (left.TotalSize(), right.TotalSize());
            if (rows != columns) throw new ExternalException($"linalg.tensorinv: Expected prod(shape[ind:]) == prod(shape[:ind]), but the shape {Shapes.Text(shape)} has {columns} and {rows}");
            return Ops.Inverse(input.reshape(rows, columns)).reshape([.. right, .. left]);
        }

        /// <summary>X with A X = B, A taking the last dimensions of X together; dims of A are moved to its end first.</summary>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims)
        {
            ArgumentNullException.ThrowIfNull(B);
            var a = Given(dims).Length == 0 ? Given(A) : Given(A).movedim(dims, [.. Enumerable.Range(0, dims.Length).Select(i => A.ndim - dims.Length + i)]);
            var shape = a.shape[(int)Math.Min(B.ndim, a.ndim)..];
            var size = shape.TotalSize();
            if (size != B.numel() || a.numel() != size * size)
                throw new ExternalException($"linalg.tensorsolve: Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), but A is {Shapes.Text(A.Impl.Shape)} and B {Shapes.Text(B.Impl.Shape)}");
            return Ops.Solve(a.reshape(size, size), B.reshape(size)).reshape(shape);
        }
    }
}
