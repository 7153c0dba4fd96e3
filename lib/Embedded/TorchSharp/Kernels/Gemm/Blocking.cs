namespace TorchSharp.Kernels.Gemm;

/// <summary>
/// How a product is cut for the caches (Goto and van de Geijn, 2008, "Anatomy of high-performance matrix
/// multiplication"): a panel of B [kc, Cols] stays in L1, a block of A [mc, kc] in L2, C is touched once per kc.
/// </summary>
internal static class Blocking
{
    // 32 KB of B panel: two thirds of a 48 KB L1 cache, all but the streams of A and C on a 32 KB one.
    private const int L1Panel = 36 * 1024;

    /// <summary>The depth of a block: the sum is cut into equal parts that fit, so that no part is a stub.</summary>
    public static long Depth(long k, int cols, int elementBytes)
    {
        var most = Math.Max(64, L1Panel / (cols * elementBytes));
        if (k <= most) return Math.Max(k, 1);
        var parts = (k + most - 1) / most;
        return (k + parts - 1) / parts;
    }

    /// <summary>The size of at most so large blocks of whole tiles, all but the last equal: a short one at the end would leave cores without work.</summary>
    public static long Even(long n, long most, int tile) => RoundUp(DivideUp(n, DivideUp(n, RoundUp(most, tile))), tile);

    public static long RoundUp(long x, long multiple) => (x + multiple - 1) / multiple * multiple;

    public static long DivideUp(long x, long by) => (x + by - 1) / by;
}
