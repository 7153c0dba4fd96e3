namespace TorchSharp.Kernels.Gemm;

/// <summary>
/// The inner loop of every matrix product: C[Rows, Cols] (+)= sum over k of a[k, Rows] * b[k, Cols], where a and b are
/// packed panels, read from front to back, and the whole tile of C stays in registers.
/// </summary>
internal unsafe interface IMicroKernel<T> where T : unmanaged
{
    static abstract int Rows { get; }
    static abstract int Cols { get; }

    /// <param name="k">Length of the sum.</param>
    /// <param name="a">Panel [k, Rows].</param>
    /// <param name="b">Panel [k, Cols].</param>
    /// <param name="c">Tile [Rows, Cols] with row pitch <paramref name="ldc"/>.</param>
    /// <param name="ldc">Row pitch of C in elements.</param>
    /// <param name="accumulate">Adds to C where true, overwrites it where false.</param>
    static abstract void Run(long k, T* a, T* b, T* c, long ldc, bool accumulate);

    /// <summary>The same for an A that lies unpacked by rows, element [i, k] at <c>a[i * lda + k]</c>.</summary>
    static abstract void RunRows(long k, T* a, long lda, T* b, T* c, long ldc, bool accumulate);

    /// <summary>Without panels: <see cref="Conv.DirectTaps"/> in this kernel's registers.</summary>
    static abstract void RunTaps(long outputs, long k, T* source, long* offsets, T* weights, T* c, long ldc, long width, bool accumulate);
}

/// <summary>Work that wants the micro-kernel of the current machine as a type argument.</summary>
internal interface IMicroKernelUser<T> where T : unmanaged
{
    void Run<TK>() where TK : struct, IMicroKernel<T>;
}
