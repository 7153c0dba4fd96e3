using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The error function. For float: x times a polynomial of x x up to 1, and above 1 - e^p(x), p a polynomial that follows the
/// logarithm of erfc up to 4, both fitted by reweighted least squares. For double: rational approximations of Cephes (Moshier,
/// Methods and Programs for Mathematical Functions, 1989), of erf(x) / x up to 1 and of erfc(x) e^(x x) above.
/// </summary>
internal readonly struct Erf : IVectorUnary
{
    private static ReadOnlySpan<double> Near => [7.889108926E-5, -8.020838106E-4, 5.189534983E-3, -2.685444441E-2, 1.128360017E-1, -3.761262714E-1, 1.128379166E0];

    private static ReadOnlySpan<double> LogFar => [1.855775308E-4, -2.939640914E-3, 2.180544919E-2, -1.030376349E-1, -6.382253787E-1, -1.127040211E0, -3.536773895E-4];

    private static ReadOnlySpan<double> T => [9.60497373987051638749E0, 9.00260197203842689217E1, 2.23200534594684319226E3, 7.00332514112805075473E3, 5.55923013010394962768E4];

    private static ReadOnlySpan<double> U => [1, 3.35617141647503099647E1, 5.21357949780152679795E2, 4.59432382970980127987E3, 2.26290000613890934246E4, 4.92673942608635921086E4];

    private static ReadOnlySpan<double> P => [2.46196981473530512524E-10, 5.64189564831068821977E-1, 7.46321056442269912687E0, 4.86371970985681366614E1, 1.96520832956077098242E2, 5.26445194995477358631E2, 9.34528527171957607540E2, 1.02755188689515710272E3, 5.57535335369399327526E2];

    private static ReadOnlySpan<double> Q => [1, 1.32281951154744992508E1, 8.67072140885989742329E1, 3.54937778887819891062E2, 9.75708501743205489753E2, 1.82390916687909736289E3, 2.24633760818710981792E3, 1.65666309194161350182E3, 5.57535340817727675546E2];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<TX> Of<TX>(Vector<TX> x) where TX : unmanaged =>
        typeof(TX) == typeof(float) ? Of(x.As<TX, float>()).As<float, TX>() : Of(x.As<TX, double>()).As<double, TX>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Of(Vector<float> x)
    {
        var one = Vector<float>.One;
        var a = Vector.Abs(x);
        var near = a * VectorMath.Polynomial(a * a, Near);
        var power = Exponential.Reduce(VectorMath.Polynomial(Vector.MinNative(new Vector<float>(4), a), LogFar), out var k) + one;
        var far = one - power * Exponential.Power(k);
        return Vector.CopySign(Vector.ConditionalSelect(Vector.LessThan(a, one), near, far), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Of(Vector<double> x)
    {
        var one = Vector<double>.One;
        var a = Vector.MinNative(new Vector<double>(6), Vector.Abs(x));
        var z = a * a;
        var near = a * VectorMath.Polynomial(z, T) / VectorMath.Polynomial(z, U);
        var far = one - new Exp().Of(-z) * VectorMath.Polynomial(a, P) / VectorMath.Polynomial(a, Q);
        return Vector.CopySign(Vector.ConditionalSelect(Vector.LessThan(a, one), near, far), x);
    }
}

/// <summary>x times the normal distribution function of x</summary>
internal readonly struct Gelu : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged =>
        VectorMath.Number<T>(0.5) * x * (Vector<T>.One + new Erf().Of(x * VectorMath.Number<T>(0.70710678118654752)));
}

/// <summary>
/// The hyperbolic tangent: 1 - 2 / (e^(2x) + 1), and near zero, where that cancels, Cephes' rational approximation of
/// tanh(x) / x.
/// </summary>
internal readonly struct Tanh : IVectorUnary
{
    private static ReadOnlySpan<double> P => [-9.64399179425052238628E-1, -9.92877231001918586564E1, -1.61468768441708447952E3];

    private static ReadOnlySpan<double> Q => [1, 1.12811678491632931402E2, 2.23548839060100448583E3, 4.84406305325125486048E3];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged
    {
        var one = Vector<T>.One;
        var a = Vector.Min(Vector.Abs(x), VectorMath.Number<T>(20));
        var z = a * a;
        var near = a + a * z * VectorMath.Polynomial(z, P) / VectorMath.Polynomial(z, Q);
        var far = one - VectorMath.Number<T>(2) / (new Exp().Of(a + a) + one);
        var y = Vector.ConditionalSelect(Vector.LessThan(a, VectorMath.Number<T>(0.625)), near, far);
        return Vector.ConditionalSelect(Vector.LessThan(x, Vector<T>.Zero), -y, y);
    }
}
