using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels;

/// <summary>A function of a row of n numbers that gives some numbers and their places.</summary>
internal unsafe interface IRowFunction
{
    /// <summary>places is null where nobody asks for them.</summary>
    void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>;
}

/// <summary>A row function that <see cref="ColumnExtremes"/> computes too.</summary>
internal interface IColumnFunction;

/// <summary>Runs a row function on the rows of a row-major matrix.</summary>
internal static unsafe class RowFunctions
{
    public static void Run<T, TF>(TF f, T* x, long rows, long n, T* values, long* places, long k) where T : unmanaged, INumber<T>, IMinMaxValue<T> where TF : struct, IRowFunction =>
        WorkerTeam.For(rows, Math.Max(1, 8192 / Math.Max(1, n)), new Body<T, TF>(f, x, n, values, places, k));

    private readonly struct Body<T, TF>(TF f, T* x, long n, T* values, long* places, long k) : IRangeBody where T : unmanaged, INumber<T>, IMinMaxValue<T> where TF : struct, IRowFunction
    {
        public void Run(long from, long to)
        {
            for (var i = from; i < to; i++) f.Apply(x + i * n, n, values + i * k, places is null ? null : places + i * k);
        }
    }
}

/// <summary>The largest number and its first place; NaN is larger than all.</summary>
internal readonly unsafe struct RowMaximum : IRowFunction, IColumnFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var top = RowExtremes.Of(row, n, largest: true);
        *values = top;
        if (places is not null) *places = RowExtremes.Find(row, top);
    }
}

/// <summary>The smallest number and its first place; NaN is smaller than all.</summary>
internal readonly unsafe struct RowMinimum : IRowFunction, IColumnFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var least = RowExtremes.Of(row, n, largest: false);
        *values = least;
        if (places is not null) *places = RowExtremes.Find(row, least);
    }
}

/// <summary>The extreme first, vector by vector, then its place.</summary>
internal static unsafe class RowExtremes
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Of<T>(T* row, long n, bool largest) where T : unmanaged, INumber<T>
    {
        var best = row[0];
        long i = 1;
        if (n >= 2 * Vector<T>.Count)
        {
            // Four at a time: each waits only for its own last one.
            var w = Vector<T>.Count;
            var a = Vector.Load(row);
            Vector<T> b = a, c = a, d = a;
            for (i = w; i <= n - 4 * w; i += 4 * w)
            {
                a = Better(a, Vector.Load(row + i), largest);
                b = Better(b, Vector.Load(row + i + w), largest);
                c = Better(c, Vector.Load(row + i + 2 * w), largest);
                d = Better(d, Vector.Load(row + i + 3 * w), largest);
            }
            for (; i <= n - w; i += w) a = Better(a, Vector.Load(row + i), largest);
            a = Better(Better(a, b, largest), Better(c, d, largest), largest);
            for (var lane = 0; lane < w; lane++) best = largest ? T.Max(best, a[lane]) : T.Min(best, a[lane]);
        }
        for (; i < n; i++) best = largest ? T.Max(best, row[i]) : T.Min(best, row[i]);
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Better<T>(Vector<T> a, Vector<T> b, bool largest) where T : unmanaged => largest ? Vector.Max(a, b) : Vector.Min(a, b);

    /// <summary>The first place of a value that is in the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long Find<T>(T* row, T value) where T : unmanaged, INumber<T>
    {
        long i = 0;
        if (T.IsNaN(value)) while (!T.IsNaN(row[i])) i++;
        else while (row[i] != value) i++;
        return i;
    }
}

/// <summary>The product.</summary>
internal readonly unsafe struct RowProduct : IRowFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var product = T.One;
        for (long i = 0; i < n; i++) product *= row[i];
        *values = product;
    }
}

/// <summary>The running sum, collected in double for floats.</summary>
internal readonly unsafe struct RowRunningSum : IRowFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var total = default(Sum<T>);
        for (long i = 0; i < n; i++)
        {
            total.Add(row[i]);
            values[i] = total.Value();
        }
    }
}

/// <summary>The logarithm of the running sum of exponentials: log(e^a + e^b) = max + log1p(e^-|a - b|).</summary>
internal readonly unsafe struct RowRunningLogSumExp : IRowFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var total = double.NegativeInfinity;
        for (long i = 0; i < n; i++)
        {
            var x = double.CreateTruncating(row[i]);
            var top = Math.Max(total, x);
            total = double.IsInfinity(top) || double.IsNaN(top) ? top : top + double.LogP1(Math.Exp(-Math.Abs(total - x)));
            values[i] = T.CreateTruncating(total);
        }
    }
}

/// <summary>The running product.</summary>
internal readonly unsafe struct RowRunningProduct : IRowFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var product = T.One;
        for (long i = 0; i < n; i++) values[i] = product *= row[i];
    }
}

/// <summary>The running maximum and its latest place.</summary>
internal readonly unsafe struct RowRunningMaximum : IRowFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        long best = 0;
        for (long i = 0; i < n; i++)
        {
            if (T.IsNaN(row[i]) || (!T.IsNaN(row[best]) && row[i] >= row[best])) best = i;
            values[i] = row[best];
            if (places is not null) places[i] = best;
        }
    }
}

/// <summary>The running minimum and its latest place.</summary>
internal readonly unsafe struct RowRunningMinimum : IRowFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        long best = 0;
        for (long i = 0; i < n; i++)
        {
            if (T.IsNaN(row[i]) || (!T.IsNaN(row[best]) && row[i] <= row[best])) best = i;
            values[i] = row[best];
            if (places is not null) places[i] = best;
        }
    }
}

/// <summary>All numbers in order, equal ones as they came; NaN counts as the largest.</summary>
internal readonly unsafe struct RowSort(bool descending) : IRowFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var order = RowOrder.Sorted(row, (int)n, descending);
        for (var i = 0; i < order.Length; i++)
        {
            values[i] = row[order[i]];
            if (places is not null) places[i] = order[i];
        }
    }
}

/// <summary>The k largest (or smallest), in order.</summary>
internal readonly unsafe struct RowTop(int k, bool largest) : IRowFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        // A short list kept in order beats sorting everything while k is small.
        if (k > 32)
        {
            var order = RowOrder.Sorted(row, (int)n, largest);
            for (var i = 0; i < k; i++)
            {
                values[i] = row[order[i]];
                if (places is not null) places[i] = order[i];
            }
            return;
        }
        var count = 0;
        var best = stackalloc long[33];
        for (long i = 0; i < n; i++)
        {
            if (count == k && (k == 0 || !RowOrder.Before(row[i], row[best[k - 1]], largest))) continue;
            var at = count < k ? count++ : k - 1;
            while (at > 0 && RowOrder.Before(row[i], row[best[at - 1]], largest))
            {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = i;
        }
        for (var i = 0; i < count; i++)
        {
            values[i] = row[best[i]];
            if (places is not null) places[i] = best[i];
        }
    }
}

/// <summary>The k-th smallest number (from 1) and its place; for the median the lower middle, NaN if any.</summary>
internal readonly unsafe struct RowKth(long k, bool median) : IRowFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        using var copy = new Scratch<T>(n);
        Rows.Copy(row, copy.Pointer, n);
        var kth = RowOrder.Select(copy.Pointer, n, k - 1);
        var nan = median ? FirstNaN(row, n) : -1;
        if (nan >= 0) kth = row[nan];
        *values = kth;
        if (places is not null) *places = nan >= 0 ? nan : Place(row, n, kth);
    }

    private static long FirstNaN<T>(T* row, long n) where T : unmanaged, INumber<T>
    {
        for (long i = 0; i < n; i++)
            if (T.IsNaN(row[i])) return i;
        return -1;
    }

    // Equal numbers count in the order of their places.
    private long Place<T>(T* row, long n, T kth) where T : unmanaged, INumber<T>
    {
        var left = k;
        for (long i = 0; i < n; i++)
            if (RowOrder.Before(row[i], kth, descending: false)) left--;
        long at = -1;
        while (left > 0)
            if (!RowOrder.Before(kth, row[++at], descending: false) && !RowOrder.Before(row[at], kth, descending: false)) left--;
        return at;
    }
}

/// <summary>The most frequent number, the smallest of equals, and its last place.</summary>
internal readonly unsafe struct RowMode : IRowFunction
{
    public void Apply<T>(T* row, long n, T* values, long* places) where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var order = RowOrder.Sorted(row, (int)n, descending: false);
        int best = order[0], most = 0;
        for (var i = 0; i < order.Length;)
        {
            var end = i;
            while (end < order.Length && row[order[end]] == row[order[i]]) end++;
            if (end - i > most) (most, best) = (end - i, order[end - 1]);
            i = Math.Max(end, i + 1);
        }
        *values = row[best];
        if (places is not null) *places = best;
    }
}

/// <summary>The order of numbers, NaN last when rising and first when falling.</summary>
internal static unsafe class RowOrder
{
    public static bool Before<T>(T a, T b, bool descending) where T : unmanaged, INumber<T> => descending
        ? a > b || (T.IsNaN(a) && !T.IsNaN(b))
        : a < b || (!T.IsNaN(a) && T.IsNaN(b));

    /// <summary>The number that stands at place k (from 0) once all are in rising order; moves them about (Hoare, 1961, "Find").</summary>
    public static T Select<T>(T* row, long n, long k) where T : unmanaged, INumber<T>
    {
        long low = 0, high = n - 1;
        while (low < high)
        {
            var middle = row[low + (high - low) / 2];
            long i = low, j = high;
            while (i <= j)
            {
                while (Before(row[i], middle, descending: false)) i++;
                while (Before(middle, row[j], descending: false)) j--;
                if (i > j) break;
                (row[i], row[j]) = (row[j], row[i]);
                i++;
                j--;
            }
            if (k <= j) high = j;
            else if (k >= i) low = i;
            else break;
        }
        return row[k];
    }

    /// <summary>The places in order; stable.</summary>
    public static int[] Sorted<T>(T* row, int n, bool descending) where T : unmanaged, INumber<T>
    {
        var places = new int[n];
        for (var i = 0; i < n; i++) places[i] = i;
        var address = (nint)row;
        Array.Sort(places, (i, j) =>
        {
            var x = (T*)address;
            if (Before(x[i], x[j], descending)) return -1;
            return Before(x[j], x[i], descending) ? 1 : i.CompareTo(j);
        });
        return places;
    }
}
