namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions, element by element. Whole numbers count as the default floating type.</summary>
    public static partial class special
    {
        /// <summary>-x log x; zero at zero, minus infinity below.</summary>
        public static Tensor entr(Tensor input) => Ops.Entropy(Given(input));

        /// <summary>The error function.</summary>
        public static Tensor erf(Tensor input) => Given(input).erf();

        /// <summary>1 - erf(x)</summary>
        public static Tensor erfc(Tensor input) => Given(input).erfc();

        /// <summary>e^(x x) erfc(x), which neither overflows nor vanishes for large x.</summary>
        public static Tensor erfcx(Tensor input) => Ops.Erfcx(Given(input));

        /// <summary>The inverse of the error function.</summary>
        public static Tensor erfinv(Tensor input) => Given(input).erfinv();

        /// <summary>1 / (1 + e^-x)</summary>
        public static Tensor expit(Tensor input) => Given(input).sigmoid();

        /// <summary>e^x - 1</summary>
        public static Tensor expm1(Tensor input) => Given(input).expm1();

        /// <summary>2^x</summary>
        public static Tensor exp2(Tensor input) => Given(input).exp2();

        /// <summary>log |gamma(x)|</summary>
        public static Tensor gammaln(Tensor input) => Given(input).lgamma();

        /// <summary>The regularised lower incomplete gamma function P(input, other), broadcast; it has a derivative in <paramref name="other"/>.</summary>
        public static Tensor gammainc(Tensor input, Tensor other) => Given(input).igamma(Given(other));

        /// <summary>The regularised upper incomplete gamma function Q(input, other), broadcast; it has a derivative in <paramref name="other"/>.</summary>
        public static Tensor gammaincc(Tensor input, Tensor other) => Given(input).igammac(Given(other));

        /// <summary>The derivative of order n of the digamma function.</summary>
        public static Tensor polygamma(long n, Tensor input) => Given(input).polygamma(n);

        /// <summary>The logarithm of the gamma function of p dimensions, of numbers above (p - 1) / 2.</summary>
        public static Tensor multigammaln(Tensor input, long p) => Given(input).mvlgamma(p);

        /// <summary>The derivative of log gamma.</summary>
        public static Tensor digamma(Tensor input) => Given(input).digamma();

        /// <summary>The derivative of log gamma.</summary>
        public static Tensor psi(Tensor input) => digamma(input);

        /// <summary>The modified Bessel function of the first kind, of order 0.</summary>
        public static Tensor i0(Tensor input) => Given(input).i0();

        /// <summary>e^-|x| i0(x)</summary>
        public static Tensor i0e(Tensor input) => Ops.BesselI0e(Given(input));

        /// <summary>The modified Bessel function of the first kind, of order 1.</summary>
        public static Tensor i1(Tensor input) => Ops.BesselI1(Given(input));

        /// <summary>e^-|x| i1(x)</summary>
        public static Tensor i1e(Tensor input) => Ops.BesselI1e(Given(input));

        /// <summary>log(x / (1 - x))</summary>
        public static Tensor logit(Tensor input) => Given(input).logit();

        /// <summary>The logarithm of softmax.</summary>
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => Given(input).log_softmax(dim, dtype);

        /// <summary>The probability of a standard normal number below x.</summary>
        public static Tensor ndtr(Tensor input) => Ops.NormalProbability(Given(input));

        /// <summary>The inverse of <see cref="ndtr"/>; NaN outside of [0, 1].</summary>
        public static Tensor ndtri(Tensor input) => Ops.NormalQuantile(Given(input));

        /// <summary>1 / (1 + e^-x)</summary>
        public static Tensor sigmoid(Tensor input) => Given(input).sigmoid();

        /// <summary>In place.</summary>
        public static Tensor sigmoid_(Tensor input) => Given(input).sigmoid_();

        /// <summary>sin(pi x) / (pi x)</summary>
        public static Tensor sinc(Tensor input) => Given(input).sinc();

        /// <summary>e^x over the sum of e^x along a dimension.</summary>
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Given(input).softmax(dim, dtype);

        /// <summary>input log(1 + other), broadcast; zero where input is zero.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) => Ops.XLog1pY(Given(input), Given(other));

        /// <summary>Hurwitz' zeta function: the sum of (q + n)^-x over n from 0, broadcast; it has a derivative in <paramref name="q"/>.</summary>
        public static Tensor zeta(Tensor x, Tensor q) => Ops.Zeta(Given(x), Given(q));
    }
}
