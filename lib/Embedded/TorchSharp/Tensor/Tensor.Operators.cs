namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => Given(left).add(right);

        public static Tensor operator +(Tensor left, Scalar right) => Given(left).add(right);

        public static Tensor operator +(Scalar left, Tensor right) => Given(right).add(left);

        public static Tensor operator +(Tensor left, int right) => Given(left).add(right);

        public static Tensor operator +(int left, Tensor right) => Given(right).add(left);

        public static Tensor operator +(Tensor left, long right) => Given(left).add(right);

        public static Tensor operator +(long left, Tensor right) => Given(right).add(left);

        public static Tensor operator +(Tensor left, float right) => Given(left).add(right);

        public static Tensor operator +(float left, Tensor right) => Given(right).add(left);

        public static Tensor operator +(Tensor left, double right) => Given(left).add(right);

        public static Tensor operator +(double left, Tensor right) => Given(right).add(left);

        public static Tensor operator -(Tensor left, Tensor right) => Given(left).sub(right);

        public static Tensor operator -(Tensor left, Scalar right) => Given(left).sub(right);

        public static Tensor operator -(Scalar left, Tensor right) => Ops.Add(left, right, null, subtract: true);

        public static Tensor operator -(Tensor left, int right) => Given(left).sub(right);

        public static Tensor operator -(int left, Tensor right) => Ops.Add(left.ToScalar(), right, null, subtract: true);

        public static Tensor operator -(Tensor left, long right) => Given(left).sub(right);

        public static Tensor operator -(long left, Tensor right) => Ops.Add(left.ToScalar(), right, null, subtract: true);

        public static Tensor operator -(Tensor left, float right) => Given(left).sub(right);

        public static Tensor operator -(float left, Tensor right) => Ops.Add(left.ToScalar(), right, null, subtract: true);

        public static Tensor operator -(Tensor left, double right) => Given(left).sub(right);

        public static Tensor operator -(double left, Tensor right) => Ops.Add(left.ToScalar(), right, null, subtract: true);

        public static Tensor operator *(Tensor left, Tensor right) => Given(left).mul(right);

        public static Tensor operator *(Tensor left, Scalar right) => Given(left).mul(right);

        public static Tensor operator *(Scalar left, Tensor right) => Given(right).mul(left);

        public static Tensor operator *(Tensor left, int right) => Given(left).mul(right);

        public static Tensor operator *(int left, Tensor right) => Given(right).mul(left);

        public static Tensor operator *(Tensor left, long right) => Given(left).mul(right);

        public static Tensor operator *(long left, Tensor right) => Given(right).mul(left);

        public static Tensor operator *(Tensor left, float right) => Given(left).mul(right);

        public static Tensor operator *(float left, Tensor right) => Given(right).mul(left);

        public static Tensor operator *(Tensor left, double right) => Given(left).mul(right);

        public static Tensor operator *(double left, Tensor right) => Given(right).mul(left);

        public static Tensor operator /(Tensor left, Tensor right) => Given(left).div(right);

        public static Tensor operator /(Tensor left, Scalar right) => Given(left).div(right);

        public static Tensor operator /(Scalar left, Tensor right) => Ops.Divide(left, right);

        public static Tensor operator /(Tensor left, int right) => Given(left).div(right);

        public static Tensor operator /(int left, Tensor right) => Ops.Divide(left.ToScalar(), right);

        public static Tensor operator /(Tensor left, long right) => Given(left).div(right);

        public static Tensor operator /(long left, Tensor right) => Ops.Divide(left.ToScalar(), right);

        public static Tensor operator /(Tensor left, float right) => Given(left).div(right);

        public static Tensor operator /(float left, Tensor right) => Ops.Divide(left.ToScalar(), right);

        public static Tensor operator /(Tensor left, double right) => Given(left).div(right);

        public static Tensor operator /(double left, Tensor right) => Ops.Divide(left.ToScalar(), right);

        public static Tensor operator -(Tensor tensor) => Given(tensor).neg();

        public static Tensor operator %(Tensor left, Tensor right) => Given(left).remainder(right);

        public static Tensor operator %(Tensor left, Scalar right) => Given(left).remainder(right);

        public static Tensor operator %(Tensor left, int right) => Given(left).remainder(right);

        public static Tensor operator %(Tensor left, long right) => Given(left).remainder(right);

        public static Tensor operator %(Tensor left, float right) => Given(left).remainder(right);

        public static Tensor operator %(Tensor left, double right) => Given(left).remainder(right);

        public static Tensor operator &(Tensor left, Tensor right) => Given(left).bitwise_and(right);

        public static Tensor operator |(Tensor left, Tensor right) => Given(left).bitwise_or(right);

        public static Tensor operator ^(Tensor left, Tensor right) => Given(left).bitwise_xor(right);

        public static Tensor operator ~(Tensor left) => Given(left).bitwise_not();

        public static Tensor operator ==(Tensor left, Tensor right) => Given(left).eq(right);

        public static Tensor operator ==(Tensor left, Scalar right) => Given(left).eq(right);

        public static Tensor operator ==(Scalar left, Tensor right) => Given(right).eq(left);

        public static Tensor operator !=(Tensor left, Tensor right) => Given(left).ne(right);

        public static Tensor operator !=(Tensor left, Scalar right) => Given(left).ne(right);

        public static Tensor operator !=(Scalar left, Tensor right) => Given(right).ne(left);

        public static Tensor operator <(Tensor left, Tensor right) => Given(left).lt(right);

        public static Tensor operator <(Tensor left, Scalar right) => Given(left).lt(right);

        public static Tensor operator <(Scalar left, Tensor right) => Given(right).gt(left);

        public static Tensor operator <=(Tensor left, Tensor right) => Given(left).le(right);

        public static Tensor operator <=(Tensor left, Scalar right) => Given(left).le(right);

        public static Tensor operator <=(Scalar left, Tensor right) => Given(right).ge(left);

        public static Tensor operator >(Tensor left, Tensor right) => Given(left).gt(right);

        public static Tensor operator >(Tensor left, Scalar right) => Given(left).gt(right);

        public static Tensor operator >(Scalar left, Tensor right) => Given(right).lt(left);

        public static Tensor operator >=(Tensor left, Tensor right) => Given(left).ge(right);

        public static Tensor operator >=(Tensor left, Scalar right) => Given(left).ge(right);

        public static Tensor operator >=(Scalar left, Tensor right) => Given(right).le(left);
    }
}
