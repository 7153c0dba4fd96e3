namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quotient is rounded.</summary>
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }

    public partial class Tensor
    {
        public Tensor add(Tensor target) => Ops.Add(this, target);

        public Tensor add(Tensor target, Scalar alpha) => Ops.Add(this, target, alpha);

        public Tensor add(Scalar scalar) => Ops.Add(this, Given(scalar));

        public Tensor add(Scalar scalar, Scalar alpha) => Ops.Add(this, Given(scalar), alpha);

        public Tensor add_(Tensor target) => Ops.AddInto(this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Ops.AddInto(this, target, alpha);

        public Tensor add_(Scalar scalar) => Ops.AddInto(this, Given(scalar));

        public Tensor add_(Scalar scalar, Scalar alpha) => Ops.AddInto(this, Given(scalar), alpha);

        public Tensor sub(Tensor target) => Ops.Add(this, target, null, subtract: true);

        public Tensor sub(Scalar target) => Ops.Add(this, Given(target), null, subtract: true);

        public Tensor sub_(Tensor target) => Ops.AddInto(this, target, null, subtract: true);

        public Tensor sub_(Scalar target) => Ops.AddInto(this, Given(target), null, subtract: true);

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor subtract(Scalar target) => sub(target);

        public Tensor subtract_(Tensor target) => sub_(target);

        public Tensor subtract_(Scalar target) => sub_(target);

        public Tensor mul(Tensor target) => Ops.Multiply(this, target);

        public Tensor mul(Scalar target) => Ops.Multiply(this, Given(target));

        public Tensor mul_(Tensor target) => Ops.MultiplyInto(this, target);

        public Tensor mul_(Scalar target) => Ops.MultiplyInto(this, Given(target));

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor multiply(Scalar target) => mul(target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.Divide(this, target) : Ops.DivideRounded(this, target, rounding_mode == RoundingMode.floor);

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.Divide(this, target) : Ops.DivideRounded(this, target, rounding_mode == RoundingMode.floor);

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.DivideInto(this, target) : Ops.DivideRounded(this, target, rounding_mode == RoundingMode.floor, this);

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.DivideInto(this, target) : Ops.DivideRounded(this, target, rounding_mode == RoundingMode.floor, this);

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor true_divide(Tensor other) => div(other);

        public Tensor true_divide(Scalar other) => div(other);

        public Tensor true_divide_(Tensor other) => div_(other);

        public Tensor true_divide_(Scalar other) => div_(other);

        public Tensor floor_divide(Tensor other) => Ops.FloorDivide(this, other);

        public Tensor floor_divide(Scalar other) => Ops.FloorDivide(this, other);

        public Tensor floor_divide_(Tensor other) => Ops.FloorDivide(this, other, this);

        public Tensor floor_divide_(Scalar other) => Ops.FloorDivide(this, other, this);

        public Tensor pow(Tensor exponent) => Ops.Pow(this, exponent);

        public Tensor pow(Scalar exponent) => Ops.Pow(this, Given(exponent));

        public Tensor pow_(Tensor exponent) => Ops.PowInto(this, exponent);

        public Tensor pow_(Scalar exponent) => Ops.PowInto(this, Given(exponent));

        public Tensor square() => dtype == ScalarType.Bool ? pow(2) : Ops.Squared(this);
    }
}
