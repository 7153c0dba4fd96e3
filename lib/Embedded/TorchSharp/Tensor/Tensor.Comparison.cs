using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Ops.Relate("eq", new Equal(), this, target);

        public Tensor eq_(Tensor target) => Ops.RelateInto("eq_", new Equal(), this, target);

        public Tensor eq(Scalar target) => Ops.Relate("eq", new Equal(), this, Given(target));

        public Tensor eq_(Scalar target) => Ops.RelateInto("eq_", new Equal(), this, Given(target));

        public Tensor equal(Tensor target) => eq(target);

        public Tensor ne(Tensor target) => Ops.Relate("ne", new NotEqual(), this, target);

        public Tensor ne_(Tensor target) => Ops.RelateInto("ne_", new NotEqual(), this, target);

        public Tensor ne(Scalar target) => Ops.Relate("ne", new NotEqual(), this, Given(target));

        public Tensor ne_(Scalar target) => Ops.RelateInto("ne_", new NotEqual(), this, Given(target));

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor lt(Tensor target) => Ops.Relate("lt", new Less(), this, target);

        public Tensor lt_(Tensor target) => Ops.RelateInto("lt_", new Less(), this, target);

        public Tensor lt(Scalar target) => Ops.Relate("lt", new Less(), this, Given(target));

        public Tensor lt_(Scalar target) => Ops.RelateInto("lt_", new Less(), this, Given(target));

        public Tensor less(Tensor target) => lt(target);

        public Tensor le(Tensor target) => Ops.Relate("le", new LessOrEqual(), this, target);

        public Tensor le_(Tensor target) => Ops.RelateInto("le_", new LessOrEqual(), this, target);

        public Tensor le(Scalar target) => Ops.Relate("le", new LessOrEqual(), this, Given(target));

        public Tensor le_(Scalar target) => Ops.RelateInto("le_", new LessOrEqual(), this, Given(target));

        public Tensor less_equal(Tensor target) => le(target);

        public Tensor gt(Tensor target) => Ops.Relate("gt", new Greater(), this, target);

        public Tensor gt_(Tensor target) => Ops.RelateInto("gt_", new Greater(), this, target);

        public Tensor gt(Scalar target) => Ops.Relate("gt", new Greater(), this, Given(target));

        public Tensor gt_(Scalar target) => Ops.RelateInto("gt_", new Greater(), this, Given(target));

        public Tensor greater(Tensor target) => gt(target);

        public Tensor ge(Tensor target) => Ops.Relate("ge", new GreaterOrEqual(), this, target);

        public Tensor ge_(Tensor target) => Ops.RelateInto("ge_", new GreaterOrEqual(), this, target);

        public Tensor ge(Scalar target) => Ops.Relate("ge", new GreaterOrEqual(), this, Given(target));

        public Tensor ge_(Scalar target) => Ops.RelateInto("ge_", new GreaterOrEqual(), this, Given(target));

        public Tensor greater_equal(Tensor target) => ge(target);

        public Tensor logical_and(Tensor other) => Ops.Relate("logical_and", new LogicalAnd(), this, other);

        public Tensor logical_and_(Tensor other) => Ops.RelateInto("logical_and_", new LogicalAnd(), this, other);

        public Tensor logical_or(Tensor other) => Ops.Relate("logical_or", new LogicalOr(), this, other);

        public Tensor logical_or_(Tensor other) => Ops.RelateInto("logical_or_", new LogicalOr(), this, other);

        public Tensor logical_xor(Tensor other) => Ops.Relate("logical_xor", new LogicalXor(), this, other);

        public Tensor logical_xor_(Tensor other) => Ops.RelateInto("logical_xor_", new LogicalXor(), this, other);

        public Tensor logical_not() => Ops.Test("logical_not", new IsZero(), this);

        public Tensor isnan() => Ops.Test("isnan", new IsNaN(), this);

        public Tensor isinf() => Ops.Test("isinf", new IsInfinite(), this);

        public Tensor isfinite() => Ops.Test("isfinite", new IsFinite(), this);

        public Tensor isposinf() => Ops.Test("isposinf", new IsPositiveInfinity(), this);

        public Tensor isneginf() => Ops.Test("isneginf", new IsNegativeInfinity(), this);

        public Tensor signbit() => Ops.Test("signbit", new HasSign(), this);

        public Tensor bitwise_and(Tensor other) => Ops.Bitwise("bitwise_and", new BitAnd(), this, other);

        public Tensor bitwise_and_(Tensor other) => Ops.Bitwise("bitwise_and_", new BitAnd(), this, other, this);

        public Tensor bitwise_or(Tensor other) => Ops.Bitwise("bitwise_or", new BitOr(), this, other);

        public Tensor bitwise_or_(Tensor other) => Ops.Bitwise("bitwise_or_", new BitOr(), this, other, this);

        public Tensor bitwise_xor(Tensor other) => Ops.Bitwise("bitwise_xor", new BitXor(), this, other);

        public Tensor bitwise_xor_(Tensor other) => Ops.Bitwise("bitwise_xor_", new BitXor(), this, other, this);

        public Tensor bitwise_left_shift(Tensor other) => Ops.Bitwise("bitwise_left_shift", new ShiftLeft(), this, other);

        public Tensor bitwise_left_shift_(Tensor other) => Ops.Bitwise("bitwise_left_shift_", new ShiftLeft(), this, other, this);

        public Tensor bitwise_right_shift(Tensor other) => Ops.Bitwise("bitwise_right_shift", new ShiftRight(), this, other);

        public Tensor bitwise_right_shift_(Tensor other) => Ops.Bitwise("bitwise_right_shift_", new ShiftRight(), this, other, this);

        public Tensor bitwise_not() => dtype == ScalarType.Bool ? logical_not() : Ops.Bitwise("bitwise_not", new BitXor(), this, (Scalar)(-1));

        public Tensor bitwise_not_() => dtype == ScalarType.Bool ? logical_not_() : Ops.Bitwise("bitwise_not_", new BitXor(), this, (Scalar)(-1), this);

        public Tensor remainder(Tensor target) => Ops.Remainder(this, target);

        public Tensor remainder_(Tensor target) => Ops.Remainder(this, target, inPlace: true);

        public Tensor remainder(Scalar scalar) => Ops.Remainder(this, Given(scalar));

        public Tensor remainder_(Scalar scalar) => Ops.Remainder(this, Given(scalar), inPlace: true);

        public Tensor fmod(Tensor target) => Ops.Fmod(this, target);

        public Tensor fmod_(Tensor target) => Ops.Fmod(this, target, inPlace: true);

        public Tensor fmod(Scalar scalar) => Ops.Fmod(this, Given(scalar));

        public Tensor fmod_(Scalar scalar) => Ops.Fmod(this, Given(scalar), inPlace: true);
    }
}
