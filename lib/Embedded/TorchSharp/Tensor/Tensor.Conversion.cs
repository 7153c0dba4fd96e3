namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor with elements of another type; itself where it has that type and no copy is wanted.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Tensor result;
            if (dtype == type) result = copy ? clone() : Sharing(Impl);
            else
            {
                result = Ops.Converted(this, type);
                if (GradMode.Needs(this) && Dtypes.IsFloating(type))
                {
                    var from = dtype;
                    result = new ViewBackward("ToCopyBackward0", this, grad => grad.to_type(from)).Attach(result);
                }
            }
            if (disposeAfter) Dispose();
            return result;
        }

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => to_type(type, copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => to(InitializeDevice(device).type, InitializeDevice(device).index, copy, disposeAfter, non_blocking);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            InitializeDeviceType(deviceType);
            return to_type(dtype, copy, disposeAfter, non_blocking);
        }

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            InitializeDevice(device);
            return to_type(type, copy, disposeAfter, non_blocking);
        }

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(Tensor other, bool non_blocking = false) => to(Given(other).dtype, other.device, non_blocking);

        public Tensor type(ScalarType dtype) => to(dtype);

        public Tensor type(Func<Tensor, Tensor> typeFunc) => Given(typeFunc)(this);

        public Tensor type_as(Tensor tensor) => to_type(Given(tensor).dtype);

        public Tensor cpu() => to(DeviceType.CPU);

        /// <summary>Always an error here: the engine computes on the CPU.</summary>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? new Device(DeviceType.CUDA));

        public Tensor mps(bool non_blocking = false) => to(DeviceType.MPS);

        public Tensor @bool() => to_type(ScalarType.Bool);

        public Tensor @byte() => to_type(ScalarType.Byte);

        public Tensor @char() => to_type(ScalarType.Int8);

        public Tensor @double() => to_type(ScalarType.Float64);

        public Tensor @float() => to_type(ScalarType.Float32);

        public Tensor @int() => to_type(ScalarType.Int32);

        public Tensor @long() => to_type(ScalarType.Int64);

        public Tensor @short() => to_type(ScalarType.Int16);

        public Tensor half() => to_type(ScalarType.Float16);

        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        /// <summary>Takes over the elements of another tensor, converted and broadcast.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            ArgumentNullException.ThrowIfNull(source);
            Inplace.Check(this);
            var node = GradMode.Needs(this, source) ? new CopyBackward(this, source) : null;
            if (!ReferenceEquals(Impl, source.Impl)) Ops.CopyInto(this, source);
            return Inplace.Record(this, node);
        }

        public Tensor zero_()
        {
            Inplace.Check(this);
            var node = GradMode.Needs(this) ? new ZeroBackward("ZeroBackward0", this) : null;
            Ops.FillZero(this);
            return Inplace.Record(this, node);
        }

        public Tensor fill_(Scalar value)
        {
            Inplace.Check(this);
            var node = GradMode.Needs(this) ? new ZeroBackward("FillBackward0", this) : null;
            Ops.Fill(this, Given(value));
            return Inplace.Record(this, node);
        }
    }
}
