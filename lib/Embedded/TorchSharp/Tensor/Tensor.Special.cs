namespace TorchSharp;

// Functions of torch.special that are functions and methods of tensors too.
public static partial class torch
{
    /// <summary>The modified Bessel function of the first kind, of order 0.</summary>
    public static Tensor i0(Tensor input) => Given(input).i0();

    /// <summary>In place.</summary>
    public static Tensor i0_(Tensor input) => Given(input).i0_();

    /// <summary>The regularised lower incomplete gamma function P(input, other), broadcast; it has a derivative in <paramref name="other"/>.</summary>
    public static Tensor igamma(Tensor input, Tensor other) => Given(input).igamma(Given(other));

    /// <summary>The regularised upper incomplete gamma function Q(input, other), broadcast; it has a derivative in <paramref name="other"/>.</summary>
    public static Tensor igammac(Tensor input, Tensor other) => Given(input).igammac(Given(other));

    /// <summary>The logarithm of the gamma function of p dimensions, of numbers above (p - 1) / 2.</summary>
    public static Tensor mvlgamma(Tensor input, long p) => Given(input).mvlgamma(p);

    /// <summary>In place.</summary>
    public static Tensor mvlgamma_(Tensor input, long p) => Given(input).mvlgamma_(p);

    /// <summary>The derivative of order p of the digamma function.</summary>
    public static Tensor polygamma(Tensor input, long p) => Given(input).polygamma(p);

    /// <summary>In place.</summary>
    public static Tensor polygamma_(Tensor input, long p) => Given(input).polygamma_(p);

    /// <summary>The angle in the complex plane: 0, or pi below zero.</summary>
    public static Tensor angle(Tensor input) => Given(input).angle();

    /// <summary>The fractions in [1/2, 1) and the exponents (Int32) with input = fraction 2^exponent.</summary>
    public static (Tensor Mantissa, Tensor Exponent) frexp(Tensor input) => Given(input).frexp();

    public partial class Tensor
    {
        /// <summary>The modified Bessel function of the first kind, of order 0.</summary>
        public Tensor i0() => Ops.BesselI0(this);

        /// <summary>In place.</summary>
        public Tensor i0_() => Ops.BesselI0(this, inPlace: true);

        /// <summary>The regularised lower incomplete gamma function P(this, other), broadcast; it has a derivative in <paramref name="other"/>.</summary>
        public Tensor igamma(Tensor other) => Ops.GammaShare(this, Given(other), upper: false);

        /// <summary>The regularised upper incomplete gamma function Q(this, other), broadcast; it has a derivative in <paramref name="other"/>.</summary>
        public Tensor igammac(Tensor other) => Ops.GammaShare(this, Given(other), upper: true);

        /// <summary>The logarithm of the gamma function of p dimensions, of numbers above (p - 1) / 2.</summary>
        public Tensor mvlgamma(long p) => Ops.MultivariateLgamma(this, p);

        /// <summary>In place.</summary>
        public Tensor mvlgamma_(long p) => Ops.Overwrite(this, x => x.mvlgamma(p));

        /// <summary>The derivative of order p of the digamma function.</summary>
        public Tensor polygamma(long p) => Ops.Polygamma(p, this);

        /// <summary>In place.</summary>
        public Tensor polygamma_(long p) => Ops.Polygamma(p, this, inPlace: true);

        /// <summary>The angle in the complex plane: 0, or pi below zero.</summary>
        public Tensor angle() => Ops.Angle(this);

        /// <summary>The fractions in [1/2, 1) and the exponents (Int32) with this = fraction 2^exponent.</summary>
        public (Tensor Mantissa, Tensor Exponent) frexp() => Ops.Frexp(this);
    }
}
