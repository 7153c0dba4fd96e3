namespace TorchSharp;

// Exponentials, logarithms, powers and special functions.
public static partial class torch
{
    public static Tensor digamma(Tensor input) => Given(input).digamma();

    public static Tensor digamma_(Tensor input) => Given(input).digamma_();

    public static Tensor erf(Tensor input) => Given(input).erf();

    public static Tensor erf_(Tensor input) => Given(input).erf_();

    public static Tensor erfc(Tensor input) => Given(input).erfc();

    public static Tensor erfc_(Tensor input) => Given(input).erfc_();

    public static Tensor erfinv(Tensor input) => Given(input).erfinv();

    public static Tensor erfinv_(Tensor input) => Given(input).erfinv_();

    public static Tensor exp(Tensor input) => Given(input).exp();

    public static Tensor exp_(Tensor input) => Given(input).exp_();

    public static Tensor exp2(Tensor input) => Given(input).exp2();

    public static Tensor exp2_(Tensor input) => Given(input).exp2_();

    public static Tensor expm1(Tensor input) => Given(input).expm1();

    public static Tensor expm1_(Tensor input) => Given(input).expm1_();

    public static Tensor float_power(Tensor input, Tensor target) => Given(input).float_power(target);

    public static Tensor ldexp(Tensor input, Tensor other) => Given(input).ldexp(other);

    public static Tensor ldexp_(Tensor input, Tensor other) => Given(input).ldexp_(other);

    public static Tensor lgamma(Tensor input) => Given(input).lgamma();

    public static Tensor lgamma_(Tensor input) => Given(input).lgamma_();

    public static Tensor log(Tensor input) => Given(input).log();

    public static Tensor log_(Tensor input) => Given(input).log_();

    public static Tensor log10(Tensor input) => Given(input).log10();

    public static Tensor log10_(Tensor input) => Given(input).log10_();

    public static Tensor log1p(Tensor input) => Given(input).log1p();

    public static Tensor log1p_(Tensor input) => Given(input).log1p_();

    public static Tensor log2(Tensor input) => Given(input).log2();

    public static Tensor log2_(Tensor input) => Given(input).log2_();

    public static Tensor logaddexp(Tensor left, Tensor right) => Given(left).logaddexp(right);

    public static Tensor logaddexp2(Tensor left, Tensor right) => Given(left).logaddexp2(right);

    public static Tensor logit(Tensor input, double? eps = null) => Given(input).logit(eps);

    public static Tensor logit_(Tensor input, double? eps = null) => Given(input).logit_(eps);

    public static Tensor pow(Tensor left, Tensor exponent) => Given(left).pow(exponent);

    public static Tensor pow(Tensor left, Scalar exponent) => Given(left).pow(exponent);

    public static Tensor pow_(Tensor left, Tensor exponent) => Given(left).pow_(exponent);

    public static Tensor pow_(Tensor left, Scalar exponent) => Given(left).pow_(exponent);

    public static Tensor rsqrt(Tensor input) => Given(input).rsqrt();

    public static Tensor rsqrt_(Tensor input) => Given(input).rsqrt_();

    public static Tensor sigmoid(Tensor input) => Given(input).sigmoid();

    public static Tensor sigmoid_(Tensor input) => Given(input).sigmoid_();

    public static Tensor sqrt(Tensor input) => Given(input).sqrt();

    public static Tensor sqrt_(Tensor input) => Given(input).sqrt_();

    public static Tensor square(Tensor input) => Given(input).square();

    public static Tensor xlogy(Tensor x, Tensor y) => Given(x).xlogy(y);

    public static Tensor xlogy_(Tensor x, Tensor y) => Given(x).xlogy_(y);

    public static Tensor xlogy(Tensor x, Scalar y) => Given(x).xlogy(y);

    public static Tensor xlogy_(Tensor x, Scalar y) => Given(x).xlogy_(y);
}
