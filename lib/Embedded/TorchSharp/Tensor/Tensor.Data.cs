using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements, in the type of the tensor.</summary>
        /// <exception cref="ArgumentException">T is not the element type.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>();
            return new TensorAccessor<T>(this);
        }

        /// <summary>The only element.</summary>
        /// <exception cref="ArgumentException">T is not the element type, or there is not one element.</exception>
        public unsafe T item<T>() where T : unmanaged
        {
            RequireType<T>();
            if (Impl.Count != 1) throw new ArgumentException($"The tensor needs exactly one element for item<T>(), but it has {Impl.Count} (shape {Shapes.Text(Impl.Shape)}).");
            return *Pointer<T>();
        }

        /// <summary>The only element as a scalar of the tensor's type.</summary>
        public Scalar ToScalar()
        {
            if (Impl.Count != 1) throw new ExternalException($"a Tensor with {Impl.Count} elements cannot be converted to Scalar: its shape is {Shapes.Text(Impl.Shape)}");
            return Ops.Read(Ops.Address(Impl), dtype);
        }

        /// <summary>The raw bytes of a contiguous tensor.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                var impl = Impl;
                if (!impl.IsContiguous) throw new InvalidOperationException("bytes() called on non-contiguous tensor; call contiguous() first.");
                return new Span<byte>((void*)Ops.Address(impl), checked((int)(impl.Count * ElementSize)));
            }
            set
            {
                var impl = Impl;
                if (!impl.IsContiguous) throw new InvalidOperationException("bytes() called on non-contiguous tensor; call contiguous() first.");
                if (value.Length > impl.Count * ElementSize) throw new ArgumentException($"Mismatched data sizes in Tensor.bytes: {value.Length} bytes do not fit in {impl.Count * ElementSize}.");
                value.CopyTo(new Span<byte>((void*)Ops.Address(impl), value.Length));
                Inplace.Changed(this);
            }
        }

        public unsafe T ReadCpuValue<T>(long i) where T : unmanaged
        {
            RequireType<T>();
            if (i < 0 || i >= Impl.Count) throw new IndexOutOfRangeException($"The index {i} is outside of the {Impl.Count} elements.");
            return new TensorAccessor<T>(this).At(i);
        }

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        public float ReadCpuBFloat16(long i) => (float)ReadCpuValue<BFloat16>(i);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public static explicit operator float(Tensor value) => Given(value).ToSingle();

        public static explicit operator double(Tensor value) => Given(value).ToDouble();

        public static explicit operator sbyte(Tensor value) => Given(value).ToSByte();

        public static explicit operator byte(Tensor value) => Given(value).ToByte();

        public static explicit operator short(Tensor value) => Given(value).ToInt16();

        public static explicit operator int(Tensor value) => Given(value).ToInt32();

        public static explicit operator long(Tensor value) => Given(value).ToInt64();

        public static explicit operator bool(Tensor value) => Given(value).ToBoolean();

        public static implicit operator Tensor(bool value) => tensor(value);

        public static implicit operator Tensor(bool[] value) => tensor(Given(value));

        public static implicit operator Tensor(byte value) => tensor(value);

        public static implicit operator Tensor(byte[] value) => tensor(Given(value));

        public static implicit operator Tensor(sbyte value) => tensor(value);

        public static implicit operator Tensor(sbyte[] value) => tensor(value);

        public static implicit operator Tensor(short value) => tensor(value);

        public static implicit operator Tensor(short[] value) => tensor(Given(value));

        public static implicit operator Tensor(int value) => tensor(value);

        public static implicit operator Tensor(int[] value) => tensor(Given(value));

        public static implicit operator Tensor(long value) => tensor(value);

        public static implicit operator Tensor(long[] value) => tensor(Given(value));

        public static implicit operator Tensor(float value) => tensor(value);

        public static implicit operator Tensor(float[] value) => tensor(Given(value));

        public static implicit operator Tensor(double value) => tensor(value);

        public static implicit operator Tensor(double[] value) => tensor(Given(value));

        public static implicit operator Tensor(Scalar scalar) => Ops.Full([], Given(scalar), scalar.Element);

        private void RequireType<T>() where T : unmanaged
        {
            var own = dtype;
            if (Dtypes.Of<T>() != own) throw new ArgumentException($"{typeof(T).Name} is not compatible with {own}");
        }
    }
}
