using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor maximum(Tensor other) => Ops.Larger(this, other, larger: true);

        public Tensor minimum(Tensor other) => Ops.Larger(this, other, larger: false);

        public Tensor fmax(Tensor other) => Ops.LargerNumber(this, other, larger: true);

        public Tensor fmin(Tensor other) => Ops.LargerNumber(this, other, larger: false);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Ops.ClampTo(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Ops.ClampTo(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Ops.ClampTo(this, min, max, inPlace: true);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Ops.Overwrite(this, x => Ops.ClampTo(x, min, max));

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_max(Scalar max) => Ops.ClampTo(this, null, max);

        public Tensor clamp_max_(Scalar max) => Ops.ClampTo(this, null, max, inPlace: true);

        public Tensor clamp_min(Scalar min) => Ops.ClampTo(this, min, null);

        public Tensor clamp_min_(Scalar min) => Ops.ClampTo(this, min, null, inPlace: true);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.AddCMul(this, Given(tensor1), Given(tensor2), Given(value));

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.AddCMul(this, Given(tensor1), Given(tensor2), Given(value), inPlace: true);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Ops.AddCDiv(this, Given(tensor1), Given(tensor2), 1);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.AddCDiv(this, Given(tensor1), Given(tensor2), Given(value));

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Ops.AddCDiv(this, Given(tensor1), Given(tensor2), 1, inPlace: true);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.AddCDiv(this, Given(tensor1), Given(tensor2), Given(value), inPlace: true);

        public Tensor lerp(Tensor end, Tensor weight) => Ops.LerpTo(this, Given(end), weight);

        public Tensor lerp_(Tensor end, Tensor weight) => Ops.LerpTo(this, Given(end), weight, inPlace: true);

        public Tensor atan2(Tensor other) => Ops.ArcTangent(this, other);

        public Tensor atan2_(Tensor other) => Ops.Overwrite(this, x => x.atan2(other));

        public Tensor arctan2(Tensor other) => atan2(other);

        public Tensor arctan2_(Tensor other) => atan2_(other);

        public Tensor arctan(Tensor other) => atan2(other);

        public Tensor arctan_(Tensor other) => atan2_(other);

        public Tensor hypot(Tensor other) => Ops.Hypot(this, other);

        public Tensor copysign(Tensor other) => Ops.CopySign(this, other);

        public Tensor copysign_(Tensor other) => Ops.Overwrite(this, x => x.copysign(other));

        public Tensor logaddexp(Tensor other) => Ops.LogAddExp(this, other);

        public Tensor logaddexp2(Tensor other) => (this * Math.Log(2)).logaddexp(other * Math.Log(2)) * (1 / Math.Log(2));

        public Tensor xlogy(Tensor y) => Ops.XLogY(this, y);

        public Tensor xlogy(Scalar y) => Ops.XLogY(this, Ops.Full([], Given(y), Dtypes.WithScalar(dtype, y.Type)));

        public Tensor xlogy_(Tensor y) => Ops.Overwrite(this, x => x.xlogy(y));

        public Tensor xlogy_(Scalar y) => Ops.Overwrite(this, x => x.xlogy(y));

        public Tensor heaviside(Tensor other)
        {
            var result = Ops.EachPair("heaviside", new Heaviside(), this, other, Dtypes.Result(this, other));
            return GradMode.Needs(this, other) ? new BinaryBackward("HeavisideBackward0", this, other, static (_, _, _) => throw Ops.NoDerivative("heaviside")).Attach(result) : result;
        }

        public Tensor heaviside_(Tensor other) => Ops.Overwrite(this, x => x.heaviside(other));

        public Tensor gcd(Tensor other) => Ops.Bitwise("gcd", new Gcd(), this, other);

        public Tensor gcd_(Tensor other) => Ops.Bitwise("gcd_", new Gcd(), this, other, this);

        public Tensor lcm(Tensor other) => Ops.Bitwise("lcm", new Lcm(), this, other);

        public Tensor lcm_(Tensor other) => Ops.Bitwise("lcm_", new Lcm(), this, other, this);

        public Tensor ldexp(Tensor other) => this * Given(other).to_type(Dtypes.IsFloating(dtype) ? dtype : get_default_dtype()).exp2();

        public Tensor ldexp_(Tensor other) => Ops.Overwrite(this, x => x.ldexp(other));

        public Tensor nextafter(Tensor other) => Ops.FloatPair("nextafter", new NextAfter(), this, other, static (_, _, _) => throw Ops.NoDerivative("nextafter"));

        public Tensor nextafter_(Tensor other) => Ops.Overwrite(this, x => x.nextafter(other));

        public Tensor float_power(Tensor target) => to_type(ScalarType.Float64).pow(Given(target).to_type(ScalarType.Float64));

        public Tensor nan_to_num(double nan = 0d, double? posinf = null, double? neginf = null) => Ops.NanToNum(this, nan, posinf, neginf);

        public Tensor nan_to_num_(double nan = 0d, double? posinf = null, double? neginf = null) => Ops.NanToNum(this, nan, posinf, neginf, inPlace: true);

        public Tensor logit(double? eps = null)
        {
            var x = eps is { } e ? clamp(e, 1 - e) : this;
            return (x / (1 - x)).log();
        }

        public Tensor logit_(double? eps = null) => Ops.Overwrite(this, x => x.logit(eps));

        public Tensor round(long decimals = 0L) => Ops.RoundTo(this, decimals);

        public Tensor round_(long decimals = 0L) => Ops.RoundTo(this, decimals, inPlace: true);

        public Tensor sgn() => sign();

        public Tensor sgn_() => sign_();

        public Tensor float_power_(Tensor target) => Ops.Overwrite(this, x => x.float_power(target));

        /// <summary>sin(pi x) / (pi x), 1 at zero.</summary>
        public Tensor sinc()
        {
            // At zero the quotient is that of one, whose gradient goes nowhere.
            var zero = detach().eq(0);
            var angle = Ops.Where(zero, 1.0, this * Math.PI);
            return Ops.Where(zero, 1.0, angle.sin() / angle);
        }

        public Tensor sinc_() => Ops.Overwrite(this, static x => x.sinc());

        public Tensor not_equal_(Tensor target) => ne_(target);

        public Tensor less_equal_(Tensor target) => le_(target);

        public Tensor positive() => dtype == ScalarType.Bool ? throw new ExternalException("The `+` operator, on a bool tensor is not supported.") : alias();

        public Tensor logical_not_() => Ops.Overwrite(this, static x => x.logical_not());

        public Tensor isreal() => Ops.Full(Impl.Shape, true, ScalarType.Bool);

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => Ops.IsClose(this, Given(other), rtol, atol, nanEqual);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            using var near = Ops.IsClose(this, Given(target), rtol, atol, equal_nan);
            return near.all().ToBoolean();
        }

        public bool is_nonzero()
        {
            if (Impl.Count != 1) throw new InvalidOperationException($"is_nonzero takes a tensor of one element, but was given shape {Shapes.Text(shape)}; ask any() or all() first");
            return this.ToBoolean();
        }
    }
}
