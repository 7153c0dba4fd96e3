namespace TorchSharp.Kernels.Winograd;

/// <summary>Small dense products between transformed tiles; the 1 or 2 is the number of registers that a row of C takes.</summary>
internal unsafe interface IRowTile
{
    static abstract int Rows { get; }

    /// <summary>C[Rows, 2 L] = A[Rows, k] B[k, 2 L]: A by rows with pitch lda, B contiguous.</summary>
    static abstract void Rows2(long k, float* a, long lda, float* b, float* c, long ldc);

    /// <summary>C[Rows, L] = A[Rows, k] B[k, L].</summary>
    static abstract void Rows1(long k, float* a, long lda, float* b, float* c, long ldc);

    /// <summary>C[Rows, 2 L] += A[k, Rows]^T B[k, 2 L]: both with the sum as their slow dimension.</summary>
    static abstract void Outer2(long k, float* a, long lda, float* b, long ldb, float* c, long ldc);

    /// <summary>C[Rows, L] += A[k, Rows]^T B[k, L].</summary>
    static abstract void Outer1(long k, float* a, long lda, float* b, long ldb, float* c, long ldc);
}
