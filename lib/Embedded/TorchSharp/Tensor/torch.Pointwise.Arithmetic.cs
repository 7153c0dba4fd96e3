namespace TorchSharp;

// Arithmetic, rounding, signs and limits.
public static partial class torch
{
    public static Tensor abs(Tensor input) => Given(input).abs();

    public static Tensor abs_(Tensor input) => Given(input).abs_();

    public static Tensor absolute(Tensor input) => Given(input).absolute();

    public static Tensor absolute_(Tensor input) => Given(input).absolute_();

    public static Tensor add(Tensor left, Tensor right) => Given(left).add(right);

    public static Tensor add(Tensor left, Scalar right) => Given(left).add(right);

    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => Given(left).add(right, alpha);

    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => Given(left).add(right, alpha);

    public static Tensor add_(Tensor left, Tensor right) => Given(left).add_(right);

    public static Tensor add_(Tensor left, Scalar right) => Given(left).add_(right);

    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => Given(left).add_(right, alpha);

    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => Given(left).add_(right, alpha);

    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => Given(input).addcdiv(tensor1, tensor2, value);

    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => Given(input).addcdiv_(tensor1, tensor2, value);

    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => Given(input).addcmul(tensor1, tensor2, value);

    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => Given(input).addcmul_(tensor1, tensor2, value);

    public static Tensor ceil(Tensor input) => Given(input).ceil();

    public static Tensor ceil_(Tensor input) => Given(input).ceil_();

    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => Given(input).clamp(min, max);

    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => Given(input).clamp_(min, max);

    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => Given(input).clamp(min, max);

    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => Given(input).clamp_(min, max);

    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => Given(input).clip(min, max);

    public static Tensor copysign(Tensor input, Tensor other) => Given(input).copysign(other);

    public static Tensor copysign_(Tensor input, Tensor other) => Given(input).copysign_(other);

    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div(right, rounding_mode);

    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div(right, rounding_mode);

    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div_(right, rounding_mode);

    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div_(right, rounding_mode);

    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).divide(right, rounding_mode);

    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).divide(right, rounding_mode);

    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).divide_(right, rounding_mode);

    public static Tensor divide_(Tensor left, Scalar right) => Given(left).divide_(right);

    public static Tensor fix(Tensor input) => Given(input).fix();

    public static Tensor fix_(Tensor input) => Given(input).fix_();

    public static Tensor floor(Tensor input) => Given(input).floor();

    public static Tensor floor_(Tensor input) => Given(input).floor_();

    public static Tensor floor_divide(Tensor input, Tensor other) => Given(input).floor_divide(other);

    public static Tensor floor_divide_(Tensor input, Tensor other) => Given(input).floor_divide_(other);

    public static Tensor fmod(Tensor left, Tensor right) => Given(left).fmod(right);

    public static Tensor fmod_(Tensor left, Tensor right) => Given(left).fmod_(right);

    public static Tensor fmod(Tensor left, Scalar right) => Given(left).fmod(right);

    public static Tensor fmod_(Tensor left, Scalar right) => Given(left).fmod_(right);

    public static Tensor frac(Tensor input) => Given(input).frac();

    public static Tensor frac_(Tensor input) => Given(input).frac_();

    public static Tensor heaviside(Tensor input, Tensor values) => Given(input).heaviside(values);

    public static Tensor heaviside_(Tensor input, Tensor values) => Given(input).heaviside_(values);

    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => Given(input).lerp(end, weight);

    public static Tensor mul(Tensor left, Tensor right) => Given(left).mul(right);

    public static Tensor mul(Tensor left, Scalar right) => Given(left).mul(right);

    public static Tensor mul_(Tensor left, Tensor right) => Given(left).mul_(right);

    public static Tensor mul_(Tensor left, Scalar right) => Given(left).mul_(right);

    public static Tensor multiply(Tensor left, Tensor right) => Given(left).multiply(right);

    public static Tensor multiply(Tensor left, Scalar right) => Given(left).multiply(right);

    public static Tensor multiply_(Tensor left, Tensor right) => Given(left).mul_(right);

    public static Tensor multiply_(Tensor left, Scalar right) => Given(left).mul_(right);

    public static Tensor nan_to_num(Tensor input, double nan = 0d, double? posinf = null, double? neginf = null) => Given(input).nan_to_num(nan, posinf, neginf);

    public static Tensor nan_to_num_(Tensor input, double nan = 0d, double? posinf = null, double? neginf = null) => Given(input).nan_to_num_(nan, posinf, neginf);

    public static Tensor neg(Tensor input) => Given(input).neg();

    public static Tensor neg_(Tensor input) => Given(input).neg_();

    public static Tensor negative(Tensor input) => Given(input).negative();

    public static Tensor nextafter(Tensor input, Tensor other) => Given(input).nextafter(other);

    public static Tensor nextafter_(Tensor input, Tensor other) => Given(input).nextafter_(other);

    public static Tensor positive(Tensor input) => Given(input).positive();

    public static Tensor reciprocal(Tensor input) => Given(input).reciprocal();

    public static Tensor reciprocal_(Tensor input) => Given(input).reciprocal_();

    public static Tensor remainder(Tensor left, Tensor right) => Given(left).remainder(right);

    public static Tensor remainder(Tensor left, Scalar right) => Given(left).remainder(right);

    public static Tensor remainder_(Tensor left, Tensor right) => Given(left).remainder_(right);

    public static Tensor remainder_(Tensor left, Scalar right) => Given(left).remainder_(right);

    public static Tensor round(Tensor input, long decimals = 0L) => Given(input).round(decimals);

    public static Tensor round_(Tensor input, long decimals = 0L) => Given(input).round_(decimals);

    public static Tensor sign(Tensor input) => Given(input).sign();

    public static Tensor sign_(Tensor input) => Given(input).sign_();

    public static Tensor sgn(Tensor input) => Given(input).sgn();

    public static Tensor sgn_(Tensor input) => Given(input).sgn_();

    public static Tensor signbit(Tensor input) => Given(input).signbit();

    public static Tensor sub(Tensor left, Tensor right) => Given(left).sub(right);

    public static Tensor sub(Tensor left, Scalar right) => Given(left).sub(right);

    public static Tensor sub_(Tensor left, Tensor right) => Given(left).sub_(right);

    public static Tensor sub_(Tensor left, Scalar right) => Given(left).sub_(right);

    public static Tensor subtract(Tensor left, Tensor right) => Given(left).subtract(right);

    public static Tensor subtract(Tensor left, Scalar right) => Given(left).subtract(right);

    public static Tensor subtract_(Tensor left, Tensor right) => Given(left).subtract_(right);

    public static Tensor subtract_(Tensor left, Scalar right) => Given(left).subtract_(right);

    public static Tensor true_divide(Tensor dividend, Tensor divisor) => Given(dividend).true_divide(divisor);

    public static Tensor true_divide_(Tensor dividend, Tensor divisor) => Given(dividend).true_divide_(divisor);

    public static Tensor trunc(Tensor input) => Given(input).trunc();

    public static Tensor trunc_(Tensor input) => Given(input).trunc_();
}
