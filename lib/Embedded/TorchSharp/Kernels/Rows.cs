using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Small loops over contiguous numbers that the matrix and convolution kernels share.</summary>
internal static unsafe class Rows
{
    /// <summary>target[i] += source[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<T>(T* source, T* target, long count) where T : unmanaged
    {
        long i = 0;
        for (; i + Vector<T>.Count <= count; i += Vector<T>.Count)
            Vector.Store(Vector.Load(target + i) + Vector.Load(source + i), target + i);
        for (; i < count; i++) target[i] = Plus(target[i], source[i]);
    }

    /// <summary>target[i] += source[i] * factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled<T>(T* source, T factor, T* target, long count) where T : unmanaged, INumber<T>
    {
        var f = new Vector<T>(factor);
        long i = 0;
        for (; i + Vector<T>.Count <= count; i += Vector<T>.Count)
            Vector.Store(Vector.Load(target + i) + Vector.Load(source + i) * f, target + i);
        for (; i < count; i++) target[i] += source[i] * factor;
    }

    /// <summary>target[i] = source[i].</summary>
    public static void Copy<T>(T* source, T* target, long count) where T : unmanaged => Buffer.MemoryCopy(source, target, count * sizeof(T), count * sizeof(T));

    /// <summary>Stores a register, or of its lanes those that lie before the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUpTo<T>(Vector<T> v, T* target, T* end) where T : unmanaged
    {
        if (target + Vector<T>.Count <= end) Vector.Store(v, target);
        else StoreSome(v, target, end);
    }

    /// <summary>target[i] = value.</summary>
    public static void Fill<T>(T* target, long count, T value) where T : unmanaged
    {
        for (; count > int.MaxValue; count -= int.MaxValue, target += int.MaxValue) new Span<T>(target, int.MaxValue).Fill(value);
        new Span<T>(target, (int)count).Fill(value);
    }

    /// <summary>target[i] = 0.</summary>
    public static void Clear<T>(T* target, long count) where T : unmanaged => NativeMemory.Clear(target, (nuint)(count * sizeof(T)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Plus<T>(T a, T b) where T : unmanaged => typeof(T) == typeof(float)
        ? Unsafe.BitCast<float, T>(Unsafe.BitCast<T, float>(a) + Unsafe.BitCast<T, float>(b))
        : Unsafe.BitCast<double, T>(Unsafe.BitCast<T, double>(a) + Unsafe.BitCast<T, double>(b));

    private static void StoreSome<T>(Vector<T> v, T* target, T* end) where T : unmanaged
    {
        for (var i = 0; target + i < end; i++) target[i] = v[i];
    }
}
