namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor exp() => Ops.Exp(this);

        public Tensor exp_() => Ops.Exp(this, inPlace: true);

        public Tensor exp2() => Ops.Exp2(this);

        public Tensor exp2_() => Ops.Exp2(this, inPlace: true);

        public Tensor expm1() => Ops.Expm1(this);

        public Tensor expm1_() => Ops.Expm1(this, inPlace: true);

        public Tensor log() => Ops.Log(this);

        public Tensor log_() => Ops.Log(this, inPlace: true);

        public Tensor log2() => Ops.Log2(this);

        public Tensor log2_() => Ops.Log2(this, inPlace: true);

        public Tensor log10() => Ops.Log10(this);

        public Tensor log10_() => Ops.Log10(this, inPlace: true);

        public Tensor log1p() => Ops.Log1p(this);

        public Tensor log1p_() => Ops.Log1p(this, inPlace: true);

        public Tensor sqrt() => Ops.Sqrt(this);

        public Tensor sqrt_() => Ops.Sqrt(this, inPlace: true);

        public Tensor rsqrt() => Ops.Rsqrt(this);

        public Tensor rsqrt_() => Ops.Rsqrt(this, inPlace: true);

        public Tensor reciprocal() => Ops.Reciprocal(this);

        public Tensor reciprocal_() => Ops.Reciprocal(this, inPlace: true);

        public Tensor sin() => Ops.Sin(this);

        public Tensor sin_() => Ops.Sin(this, inPlace: true);

        public Tensor cos() => Ops.Cos(this);

        public Tensor cos_() => Ops.Cos(this, inPlace: true);

        public Tensor tan() => Ops.Tan(this);

        public Tensor tan_() => Ops.Tan(this, inPlace: true);

        public Tensor asin() => Ops.Asin(this);

        public Tensor asin_() => Ops.Asin(this, inPlace: true);

        public Tensor arcsin() => asin();

        public Tensor arcsin_() => asin_();

        public Tensor acos() => Ops.Acos(this);

        public Tensor acos_() => Ops.Acos(this, inPlace: true);

        public Tensor arccos() => acos();

        public Tensor arccos_() => acos_();

        public Tensor atan() => Ops.Atan(this);

        public Tensor atan_() => Ops.Atan(this, inPlace: true);

        public Tensor arctan() => atan();

        public Tensor arctan_() => atan_();

        public Tensor sinh() => Ops.Sinh(this);

        public Tensor sinh_() => Ops.Sinh(this, inPlace: true);

        public Tensor cosh() => Ops.Cosh(this);

        public Tensor cosh_() => Ops.Cosh(this, inPlace: true);

        public Tensor tanh() => Ops.Tanh(this);

        public Tensor tanh_() => Ops.Tanh(this, inPlace: true);

        public Tensor asinh() => Ops.Asinh(this);

        public Tensor asinh_() => Ops.Asinh(this, inPlace: true);

        public Tensor arcsinh() => asinh();

        public Tensor arcsinh_() => asinh_();

        public Tensor acosh() => Ops.Acosh(this);

        public Tensor acosh_() => Ops.Acosh(this, inPlace: true);

        public Tensor arccosh() => acosh();

        public Tensor arccosh_() => acosh_();

        public Tensor atanh() => Ops.Atanh(this);

        public Tensor atanh_() => Ops.Atanh(this, inPlace: true);

        public Tensor arctanh() => atanh();

        public Tensor arctanh_() => atanh_();

        public Tensor erf() => Ops.Erf(this);

        public Tensor erf_() => Ops.Erf(this, inPlace: true);

        public Tensor erfc() => Ops.Erfc(this);

        public Tensor erfc_() => Ops.Erfc(this, inPlace: true);

        public Tensor erfinv() => Ops.Erfinv(this);

        public Tensor erfinv_() => Ops.Erfinv(this, inPlace: true);

        public Tensor lgamma() => Ops.Lgamma(this);

        public Tensor lgamma_() => Ops.Lgamma(this, inPlace: true);

        public Tensor digamma() => Ops.Digamma(this);

        public Tensor digamma_() => Ops.Digamma(this, inPlace: true);

        public Tensor sigmoid() => Ops.Sigmoid(this);

        public Tensor sigmoid_() => Ops.Sigmoid(this, inPlace: true);

        public Tensor silu() => Ops.Silu(this);

        public Tensor silu_() => Ops.Silu(this, inPlace: true);

        public Tensor relu() => Ops.Relu(this);

        public Tensor relu_() => Ops.Relu(this, inPlace: true);

        public Tensor neg() => Ops.Negative(this);

        public Tensor neg_() => Ops.Negative(this, inPlace: true);

        public Tensor negative() => neg();

        public Tensor abs() => Ops.Abs(this);

        public Tensor abs_() => Ops.Abs(this, inPlace: true);

        public Tensor absolute() => abs();

        public Tensor absolute_() => abs_();

        public Tensor sign() => Ops.Sign(this);

        public Tensor sign_() => Ops.Sign(this, inPlace: true);

        public Tensor floor() => Ops.Floor(this);

        public Tensor floor_() => Ops.Floor(this, inPlace: true);

        public Tensor ceil() => Ops.Ceil(this);

        public Tensor ceil_() => Ops.Ceil(this, inPlace: true);

        public Tensor trunc() => Ops.Trunc(this);

        public Tensor trunc_() => Ops.Trunc(this, inPlace: true);

        public Tensor fix() => trunc();

        public Tensor fix_() => trunc_();

        public Tensor frac() => Ops.Frac(this);

        public Tensor frac_() => Ops.Frac(this, inPlace: true);

        public Tensor deg2rad() => Ops.Deg2Rad(this);

        public Tensor deg2rad_() => Ops.Deg2Rad(this, inPlace: true);

        public Tensor rad2deg() => Ops.Rad2Deg(this);

        public Tensor rad2deg_() => Ops.Rad2Deg(this, inPlace: true);
    }
}
