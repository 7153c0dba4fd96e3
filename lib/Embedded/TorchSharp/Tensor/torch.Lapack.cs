namespace TorchSharp;

// Factors of matrices under the names of LAPACK and the older ones of PyTorch.
public static partial class torch
{
    /// <summary>The inverse of L L^T (U^T U where upper), L being given.</summary>
    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => Given(input).cholesky_inverse(upper);

    /// <summary>X with L L^T X = input (U^T U where upper), L being <paramref name="input2"/>.</summary>
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => Given(input).cholesky_solve(Given(input2), upper);

    /// <summary>R on and above the diagonal, the vectors of Householder's reflections below; and their factors. It has no derivative.</summary>
    public static (Tensor a, Tensor tau) geqrf(Tensor input) => Given(input).geqrf();

    /// <summary>As <see cref="linalg.lu_factor"/>; with infos, for each matrix, 0 or (Int32) the place of the first pivot that is zero.</summary>
    public static (Tensor A_LU, Tensor? pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false)
    {
        var (factors, pivots, infos) = Ops.Lu(Given(A), pivot);
        return (factors, pivots, get_infos ? infos : null);
    }

    /// <summary>X with A X = b, A being given by <see cref="lu"/>.</summary>
    [Obsolete("PyTorch will remove torch.lu_solve: use torch.linalg.lu_solve(LU, pivots, B).")]
    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => linalg.lu_solve(LU_data, LU_pivots, b);

    /// <summary>P, L and U of the factors that <see cref="lu"/> gives; what is not wanted is empty.</summary>
    public static (Tensor P, Tensor? L, Tensor? U) lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data = true, bool unpack_pivots = true)
    {
        Ops.RequireMatrices("lu_unpack", Given(LU_data));
        ArgumentNullException.ThrowIfNull(LU_pivots);
        var order = unpack_pivots ? Ops.Permutation(LU_pivots, (int)LU_data.size(-2), LU_data.dtype) : empty(0, dtype: LU_data.dtype);
        var (l, u) = unpack_data ? Ops.LowerAndUpper(LU_data) : (empty(0, dtype: LU_data.dtype), empty(0, dtype: LU_data.dtype));
        return (order, l, u);
    }

    /// <summary>The exponential of square matrices.</summary>
    public static Tensor matrix_exp(Tensor input) => Given(input).matrix_exp();

    /// <summary>The first columns of the product of the reflections that <see cref="geqrf"/> gives.</summary>
    public static Tensor orgqr(Tensor input, Tensor tau) => linalg.householder_product(Given(input), tau);

    /// <summary>Q other (other Q where not left), Q or, transpose, its transpose being the product of the reflections that <see cref="geqrf"/> gives.</summary>
    public static Tensor ormqr(Tensor input, Tensor tau, Tensor other, bool left = true, bool transpose = false) => Given(input).ormqr(Given(tau), Given(other), left, transpose);

    public partial class Tensor
    {
        /// <summary>The inverse of L L^T (U^T U where upper), L being this.</summary>
        public Tensor cholesky_inverse(bool upper = false)
        {
            Ops.RequireMatrices("cholesky_inverse", this);
            return Ops.CholeskySolve(eye(size(-1), dtype: dtype), this, upper);
        }

        /// <summary>X with L L^T X = this (U^T U where upper), L being <paramref name="input2"/>.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Ops.CholeskySolve(this, Given(input2), upper);

        /// <summary>R on and above the diagonal, the vectors of Householder's reflections below; and their factors. It has no derivative.</summary>
        public (Tensor a, Tensor tau) geqrf() => Ops.Reflections(this);

        /// <summary>The exponential of square matrices.</summary>
        public Tensor matrix_exp() => Ops.MatrixExp(this);

        /// <summary>Q other (other Q where not left), Q or, transpose, its transpose being the product of the reflections that <see cref="geqrf"/> gives.</summary>
        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) => left
            ? Ops.Reflect("ormqr", this, Given(tau), Given(other), transpose)
            : Ops.Reflect("ormqr", this, Given(tau), Given(other).mT, !transpose).mT;
    }
}
