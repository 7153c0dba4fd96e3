using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A handle to an n-dimensional array. Several handles may share one array and several arrays one memory;
    /// disposing a handle frees the memory when it was the last, and forgotten handles are collected.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private TensorImpl? _impl;

        /// <summary>Takes over the caller's reference and joins the innermost dispose scope.</summary>
        internal Tensor(TensorImpl impl)
        {
            _impl = impl;
            OwningDisposeScope = DisposeScopeManager.ThreadSingleton.Register(this);
        }

        private Tensor(TensorImpl impl, DisposeScope? scope)
        {
            _impl = impl;
            OwningDisposeScope = scope;
            scope?.Take(this);
        }

        internal TensorImpl Impl => _impl ?? throw new InvalidOperationException("Tensor invalid -- empty handle.");

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Whether this handle was disposed.</summary>
        public bool IsInvalid => _impl is null;

        /// <summary>Another handle to the same array.</summary>
        internal static Tensor Sharing(TensorImpl impl)
        {
            impl.Hold();
            return new Tensor(impl);
        }

        /// <summary>Another handle that no dispose scope owns.</summary>
        internal static Tensor Unscoped(TensorImpl impl)
        {
            impl.Hold();
            return new Tensor(impl, null);
        }

        /// <summary>A new array with its own memory; the contents are unspecified.</summary>
        internal static Tensor Allocate(ReadOnlySpan<long> shape, ScalarType dtype, bool meta = false, [CallerMemberName] string operation = "")
        {
            Shapes.CheckRank(shape);
            var bytes = Shapes.Saturated(Shapes.Count(shape), Dtypes.Size(dtype));
            if (bytes == long.MaxValue) throw new ExternalException($"{operation}: Not enough memory: a tensor of shape {Shapes.Text(shape)} has more bytes than a machine can address.");
            Storage storage;
            try
            {
                storage = meta ? Storage.Meta(bytes) : new Storage(bytes);
            }
            catch (ExternalException shortage)
            {
                throw new ExternalException($"{operation}: a tensor of shape {Shapes.Text(shape)} and type {dtype} is too large. {shortage.Message}");
            }
            return new Tensor(new TensorImpl(storage, shape.ToArray(), Shapes.Contiguous(shape), 0, dtype) { IsInference = GradMode.Inference });
        }

        /// <summary>A new array over this memory, outside the graph.</summary>
        internal Tensor Alias(long[] shape, long[] strides, long offset, ScalarType? dtype = null)
        {
            var impl = Impl;
            impl.Storage.Hold();
            return new Tensor(new TensorImpl(impl.Storage, shape, strides, offset, dtype ?? impl.Dtype));
        }

        /// <summary>The address of the first element, of element type <typeparamref name="T"/>.</summary>
        internal unsafe T* Pointer<T>() where T : unmanaged
        {
            var impl = Impl;
            return (T*)impl.Memory + impl.Offset;
        }

        /// <summary>Gives this handle another array (squeeze_ and the like keep theirs).</summary>
        internal void Reset(TensorImpl impl)
        {
            impl.Hold();
            var old = _impl;
            _impl = impl;
            old?.Release();
        }

        /// <summary>The array without its handle: the handle is empty afterwards.</summary>
        internal TensorImpl Decouple()
        {
            var impl = Impl;
            OwningDisposeScope?.Forget(this);
            OwningDisposeScope = null;
            _impl = null;
            return impl;
        }

        /// <summary>Frees this handle; the memory goes with the last one.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var impl = Interlocked.Exchange(ref _impl, null);
            if (impl is null) return;
            if (OwningDisposeScope is { } scope)
            {
                scope.Forget(this);
                OwningDisposeScope = null;
                DisposeScopeManager.Statistics.TensorStatistics.DisposedInScopeCount++;
            }
            else if (disposing) DisposeScopeManager.Statistics.TensorStatistics.DisposedOutsideScopeCount++;
            impl.Release();
        }

        /// <summary>Hands this handle to the scope around its own; a handle without a scope stays free.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null) other?.Attach(this);
            else OwningDisposeScope.MoveToOther(other, [this]);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(Given(other).OwningDisposeScope);

        /// <summary>This handle outlives every scope.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        public string? name { get; set; }

        public ScalarType dtype => Impl.Dtype;

        public long[] shape => (long[])Impl.Shape.Clone();

        public long[] size() => shape;

        public long size(int dim) => At(Impl.Shape, dim);

        public long[] stride() => (long[])Impl.Strides.Clone();

        public long stride(int dim) => At(Impl.Strides, dim);

        private long At(long[] values, int dim, [CallerMemberName] string operation = "") => values.Length == 0
            ? throw new ExternalException($"{operation}: Dimension specified as {dim} but tensor has no dimensions")
            : values[Shapes.Dim(dim, Impl.Shape, operation)];

        public long storage_offset() => Impl.Offset;

        public long Dimensions => Impl.Shape.Length;

        public long ndim => Impl.Shape.Length;

        public long dim() => Impl.Shape.Length;

        public long NumberOfElements => Impl.Count;

        public long numel() => Impl.Count;

        public long ElementSize => Dtypes.Size(dtype);

        public long element_size() => ElementSize;

        public Device device
        {
            get => is_meta ? META : CPU;
        }

        public DeviceType device_type => device.type;

        public int device_index => device.index;

        /// <summary>Whether the tensor has a shape and no values.</summary>
        public bool is_meta => Impl.Storage.IsMeta;

        public bool is_cpu() => !is_meta;

        public bool is_cuda => false;

        public bool is_sparse => false;

        public bool is_contiguous() => Impl.IsContiguous;

        public bool is_floating_point() => Dtypes.IsFloating(dtype);

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_quantized() => torch.is_quantized(dtype);

        /// <summary>Whether the memory is locked for copies to a GPU: no, there is none.</summary>
        public bool is_pinned() => false;

        /// <exception cref="ExternalException">Always: there is no GPU to lock memory for.</exception>
        public Tensor pin_memory() => throw new ExternalException("pin_memory: Cannot access accelerator device when none is available.");

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        public override bool Equals(object? obj) => obj is Tensor tensor && Equals(tensor);

        /// <summary>Whether both have the same shape and elements.</summary>
        public bool Equals(Tensor target)
        {
            if (target is null) return false;
            if (ReferenceEquals(this, target)) return true;
            if (!Impl.Shape.AsSpan().SequenceEqual(target.Impl.Shape)) return false;
            using var mode = new GradModeGuard(false);
            using var same = eq(target);
            using var all = same.all();
            return all.item<bool>();
        }
    }

    /// <summary>A scope that disposes at its end what was made inside.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.NewDisposeScope();

    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.ThreadSingleton.Innermost;

    /// <summary>Runs the expression in a scope of its own and hands the result out.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return Given(expr)().MoveToOuterDisposeScope();
    }
}
