namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same memory under another geometry, recorded as a view.</summary>
        private Tensor View(string op, long[] shape, long[] strides, long offset, Func<Tensor, Tensor>? backward = null)
        {
            var result = Alias(shape, strides, offset);
            var needs = GradMode.Needs(this);
            if (needs)
            {
                Node node = backward is null ? new AsStridedBackward(Impl, shape, strides, offset) : new ViewBackward(op, this, backward);
                result.Impl.SetGradFn(node);
            }
            if (GradMode.Enabled && Dtypes.IsFloating(dtype)) result.Impl.SetBase(Impl);
            return result;
        }

        /// <summary>A view with another shape; -1 stands for what remains.</summary>
        /// <exception cref="ExternalException">The elements do not lie as the shape needs: use reshape.</exception>
        public Tensor view(params long[] shape)
        {
            var impl = Impl;
            var to = Shapes.Infer(shape, impl.Count, impl.Shape);
            var strides = Shapes.ViewStrides(impl.Shape, impl.Strides, to)
                ?? throw new ExternalException($"view: view size is not compatible with input tensor's size {Shapes.Text(impl.Shape)} and stride {Shapes.Text(impl.Strides)} (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.");
            var from = impl.Shape;
            return View("ViewBackward0", to, strides, impl.Offset, grad => grad.reshape(from));
        }

        public Tensor view_as(Tensor other) => view(Given(other).Impl.Shape);

        /// <summary>A view with another shape where possible, else a copy.</summary>
        public Tensor reshape(params long[] shape)
        {
            var impl = Impl;
            var to = Shapes.Infer(shape, impl.Count, impl.Shape);
            if (Shapes.ViewStrides(impl.Shape, impl.Strides, to) is not null) return view(to);
            using var copy = contiguous();
            return copy.view(to);
        }

        /// <summary>Dimensions start_dim to end_dim as one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            var impl = Impl;
            var rank = impl.Shape.Length;
            var start = Shapes.Dim(start_dim, impl.Shape);
            var end = Shapes.Dim(end_dim, impl.Shape);
            if (start > end) throw new ExternalException($"flatten() has invalid args: start_dim cannot come after end_dim, but they are {start_dim} and {end_dim} for a tensor of shape {Shapes.Text(impl.Shape)}");
            if (rank == 0) return reshape(1);
            if (start == end) return alias();
            long merged = 1;
            for (var d = start; d <= end; d++) merged *= impl.Shape[d];
            return reshape([.. impl.Shape[..start], merged, .. impl.Shape[(end + 1)..]]);
        }

        public Tensor ravel() => reshape(-1);

        /// <summary>One dimension as several; -1 stands for what remains.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var impl = Impl;
            if (impl.Shape.Length == 0) throw new ExternalException("unflatten: the input needs at least 1 dimension, but is a 0-d tensor");
            if (dim < -impl.Shape.Length || dim >= impl.Shape.Length) throw new ArgumentException($"unflatten: Invalid 'dim' argument: {dim} for a tensor of shape {Shapes.Text(impl.Shape)}.");
            var d = Shapes.Dim(dim, impl.Shape);
            long[] inner;
            try
            {
                inner = Shapes.Infer(sizes, impl.Shape[d], [impl.Shape[d]]);
            }
            catch (ExternalException)
            {
                throw new ExternalException($"unflatten: Provided sizes {Shapes.Text(sizes)} don't multiply up to the size of dim {d} ({impl.Shape[d]}) in the input tensor of shape {Shapes.Text(impl.Shape)}");
            }
            return view([.. impl.Shape[..d], .. inner, .. impl.Shape[(d + 1)..]]);
        }

        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation)
        {
            var impl = Impl;
            var rank = impl.Shape.Length;
            if (Given(permutation).Length != rank)
                throw new ExternalException($"permute: number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = {rank} is not equal to len(dims) = {permutation.Length}: shape {Shapes.Text(impl.Shape)}, dims {Shapes.Text(permutation)}");
            var shape = new long[rank];
            var strides = new long[rank];
            var inverse = new long[rank];
            var seen = new bool[rank];
            for (var d = 0; d < rank; d++)
            {
                var from = Shapes.Dim(permutation[d], impl.Shape);
                if (seen[from]) throw new ExternalException($"permute(): duplicate dims are not allowed, but dims are {Shapes.Text(permutation)}");
                seen[from] = true;
                shape[d] = impl.Shape[from];
                strides[d] = impl.Strides[from];
                inverse[from] = d;
            }
            return View("PermuteBackward0", shape, strides, impl.Offset, grad => grad.permute(inverse));
        }

        public Tensor permute(IEnumerable<long> permutation) => permute(Given(permutation).ToArray());

        /// <summary>Two dimensions swapped.</summary>
        public Tensor transpose(long dim0, long dim1)
        {
            var impl = Impl;
            var a = Shapes.Dim(dim0, impl.Shape);
            var b = Shapes.Dim(dim1, impl.Shape);
            if (impl.Shape.Length == 0) return alias();
            var shape = (long[])impl.Shape.Clone();
            var strides = (long[])impl.Strides.Clone();
            (shape[a], shape[b]) = (shape[b], shape[a]);
            (strides[a], strides[b]) = (strides[b], strides[a]);
            return View("TransposeBackward0", shape, strides, impl.Offset, grad => grad.transpose(a, b));
        }

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>A matrix transposed; vectors and 0-d tensors as they are.</summary>
        public Tensor t()
        {
            if (ndim > 2) throw new ExternalException($"t() expects a tensor with <= 2 dimensions, but self is {ndim}D: shape {Shapes.Text(Impl.Shape)}");
            return ndim < 2 ? alias() : transpose(0, 1);
        }

        /// <summary>The dimensions in reverse order.</summary>
        public Tensor T => permute(Enumerable.Range(0, (int)ndim).Reverse().Select(d => (long)d).ToArray());

        /// <summary>The last two dimensions swapped.</summary>
        public Tensor mT => transpose(-2, -1);

        public Tensor mH => transpose(-2, -1);

        public Tensor H => t();

        public Tensor adjoint() => transpose(-2, -1);

        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>Dimensions moved to other places, the rest in order.</summary>
        public Tensor movedim(long[] source, long[] destination)
        {
            if (Given(source).Length != Given(destination).Length)
                throw new ExternalException($"movedim: Invalid source or destination dims: source ({Shapes.Text(source)} dims) should contain the same number of dims as destination ({Shapes.Text(destination)} dims)");
            var rank = (int)ndim;
            var order = new long[rank];
            Array.Fill(order, -1);
            var moved = new bool[rank];
            for (var i = 0; i < source.Length; i++)
            {
                var from = Shapes.Dim(source[i], Impl.Shape);
                var to = Shapes.Dim(destination[i], Impl.Shape);
                if (rank == 0) continue;
                if (moved[from]) throw new ExternalException($"movedim: repeated dim in `source` ({Shapes.Text(source)})");
                if (order[to] >= 0) throw new ExternalException($"movedim: repeated dim in `destination` ({Shapes.Text(destination)})");
                order[to] = from;
                moved[from] = true;
            }
            var next = 0;
            for (var d = 0; d < rank; d++)
            {
                if (order[d] >= 0) continue;
                while (moved[next]) next++;
                order[d] = next++;
            }
            return permute(order);
        }

        /// <summary>Without dimensions of size 1, or without the given one if its size is 1.</summary>
        public Tensor squeeze(long? dim = null)
        {
            var impl = Impl;
            var only = dim is { } given ? Shapes.Dim(given, impl.Shape) : -1;
            var keep = Enumerable.Range(0, impl.Shape.Length).Where(d => impl.Shape[d] != 1 || (only >= 0 && d != only)).ToArray();
            var from = impl.Shape;
            return View("SqueezeBackward0", [.. keep.Select(d => impl.Shape[d])], [.. keep.Select(d => impl.Strides[d])], impl.Offset, grad => grad.reshape(from));
        }

        /// <summary>With a new dimension of size 1.</summary>
        public Tensor unsqueeze(long dim)
        {
            var impl = Impl;
            var d = Shapes.NewDim(dim, impl.Shape);
            var stride = d < impl.Shape.Length ? impl.Shape[d] * impl.Strides[d] : 1;
            return View("UnsqueezeBackward0", [.. impl.Shape[..d], 1, .. impl.Shape[d..]], [.. impl.Strides[..d], stride, .. impl.Strides[d..]], impl.Offset, grad => grad.squeeze(d));
        }

        /// <summary>Elements start to start + length of a dimension.</summary>
        public Tensor narrow(long dim, long start, long length)
        {
            var impl = Impl;
            if (impl.Shape.Length == 0) throw new ExternalException("narrow() cannot be applied to a 0-dim tensor.");
            var d = Shapes.Dim(dim, impl.Shape);
            if (length < 0) throw new ExternalException($"narrow(): length must be non-negative, but is {length}");
            var n = impl.Shape[d];
            if (start < -n || start > n) throw new ExternalException($"narrow(): start out of range (expected to be in range of [{-n}, {n}], but got {start}) in dimension {d} of a tensor of shape {Shapes.Text(impl.Shape)}");
            if (start < 0) start += n;
            if (length > n - start) throw new ExternalException($"narrow(): start ({start}) + length ({length}) exceeds dimension size ({n}) in dimension {d} of a tensor of shape {Shapes.Text(impl.Shape)}");
            return slice(d, start, start + length, 1);
        }

        /// <summary>Elements start, start + step, ... before finish of a dimension.</summary>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            var impl = Impl;
            if (impl.Shape.Length == 0) throw new ExternalException("slice() cannot be applied to a 0-dim tensor.");
            if (step <= 0) throw new ArgumentException($"slice: step is {step}, but it should always be positive.");
            var d = Shapes.Dim(dim, impl.Shape);
            var n = impl.Shape[d];
            if (start < 0) start += n;
            if (finish < 0) finish += n;
            start = Math.Clamp(start, 0, n);
            finish = Math.Clamp(finish, start, n);
            step = Math.Min(step, Math.Max(n, 1));
            var shape = (long[])impl.Shape.Clone();
            var strides = (long[])impl.Strides.Clone();
            shape[d] = finish == start ? 0 : (finish - start - 1) / step + 1;
            strides[d] *= step;
            var from = impl.Shape;
            return View("SliceBackward0", shape, strides, impl.Offset + (shape[d] > 0 ? start * impl.Strides[d] : 0), grad => Ops.SliceBackward(grad, from, d, start, finish, step));
        }

        /// <summary>One index of a dimension, which disappears.</summary>
        public Tensor select(long dim, long index)
        {
            var impl = Impl;
            if (impl.Shape.Length == 0) throw new ExternalException("select() cannot be applied to a 0-dim tensor.");
            var d = Shapes.Dim(dim, impl.Shape);
            var n = impl.Shape[d];
            if (index < -n || index >= n) throw new ExternalException($"select(): index {index} out of range for tensor of size {Shapes.Text(impl.Shape)} at dimension {d}");
            if (index < 0) index += n;
            var from = impl.Shape;
            return View("SelectBackward0", [.. impl.Shape[..d], .. impl.Shape[(d + 1)..]], [.. impl.Strides[..d], .. impl.Strides[(d + 1)..]], impl.Offset + index * impl.Strides[d],
                grad =>
                {
                    using var wide = grad.unsqueeze(d);
                    return Ops.SliceBackward(wide, from, d, index, index + 1, 1);
                });
        }

        /// <summary>The tensor repeated along dimensions of size 1, without a copy; -1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false)
        {
            var impl = Impl;
            var rank = impl.Shape.Length;
            if (sizes.Length < rank)
                throw new ExternalException($"expand(tensor of shape {Shapes.Text(impl.Shape)}, size={Shapes.Text(sizes)}): the number of sizes provided ({sizes.Length}) must be greater or equal to the number of dimensions in the tensor ({rank})");
            var shape = sizes.ToArray();
            var lead = sizes.Length - rank;
            for (var d = 0; d < shape.Length; d++)
            {
                var own = d >= lead ? impl.Shape[d - lead] : 1;
                if (shape[d] == -1)
                {
                    if (d < lead) throw new ExternalException($"expand: The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension {d}.  Target sizes: {Shapes.Text(sizes)}.  Tensor sizes: {Shapes.Text(impl.Shape)}");
                    shape[d] = own;
                }
                else if (shape[d] < 0 || (own != 1 && own != shape[d]))
                {
                    throw new ExternalException($"expand: The expanded size of the tensor ({shape[d]}) must match the existing size ({own}) at non-singleton dimension {d}.  Target sizes: {Shapes.Text(sizes)}.  Tensor sizes: {Shapes.Text(impl.Shape)}");
                }
            }
            var from = impl.Shape;
            return View("ExpandBackward0", shape, Shapes.Expand(impl.Shape, impl.Strides, shape), impl.Offset, grad => Ops.SumTo(grad, from));
        }

        public Tensor expand(params long[] sizes) => expand((ReadOnlySpan<long>)sizes);

        public Tensor expand(long[] sizes, bool isImplicit = false) => expand((ReadOnlySpan<long>)sizes, isImplicit);

        public Tensor expand(Size sizes, bool isImplicit = false) => expand((ReadOnlySpan<long>)sizes.Shape, isImplicit);

        public Tensor expand_as(Tensor other) => expand((ReadOnlySpan<long>)Given(other).Impl.Shape);

        public Tensor broadcast_to(params long[] shape) => expand((ReadOnlySpan<long>)shape);

        /// <summary>Any geometry over the same memory; strides and offset in elements.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L)
        {
            var impl = Impl;
            if (Given(size).Length != Given(strides).Length) throw new ExternalException("mismatch in length of strides and shape");
            if (storageOffset < 0) throw new ExternalException($"as_strided: Tensor: invalid storage offset {storageOffset}");
            var count = Shapes.Count(size);
            Int128 last = storageOffset;
            for (var d = 0; d < size.Length; d++)
            {
                if (strides[d] < 0) throw new ExternalException($"as_strided: Negative strides are not supported at the moment, got strides: {Shapes.Text(strides)}");
                last += (Int128)(size[d] - 1) * strides[d];
            }
            if (count > 0 && (last + 1) * ElementSize > impl.Storage.Bytes)
                throw new ExternalException($"setStorage: sizes {Shapes.Text(size)}, strides {Shapes.Text(strides)}, storage offset {storageOffset} require a storage of {(last + 1) * ElementSize} bytes, but the storage has {impl.Storage.Bytes}");
            return View("AsStridedBackward0", (long[])size.Clone(), (long[])strides.Clone(), storageOffset);
        }

        /// <summary>All windows of a dimension as a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step)
        {
            var impl = Impl;
            var d = Shapes.Dim(dimension, impl.Shape);
            var n = impl.Shape.Length == 0 ? 1 : impl.Shape[d];
            if (size < 0 || size > n) throw new ExternalException($"unfold: maximum size for tensor at dimension {d} is {n} but size is {size}: the tensor has shape {Shapes.Text(impl.Shape)}");
            if (step <= 0) throw new ExternalException($"unfold: step is {step} but must be > 0");
            var own = impl.Shape.Length == 0 ? 1 : impl.Strides[d];
            long[] shape = [.. impl.Shape, size];
            long[] strides = [.. impl.Strides, own];
            if (impl.Shape.Length > 0)
            {
                shape[d] = (n - size) / step + 1;
                strides[d] = Math.Min(step, n + 1) * own;
            }
            var from = impl.Shape;
            return View("UnfoldBackward0", shape, strides, impl.Offset, grad => Ops.WindowsBack(grad, from, d, step));
        }

        /// <summary>A diagonal as the last dimension.</summary>
        public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L)
        {
            var impl = Impl;
            var a = Shapes.Dim(dim1, impl.Shape);
            var b = Shapes.Dim(dim2, impl.Shape);
            if (a == b) throw new ArgumentException($"diagonal: Diagonal dimensions cannot be identical {dim1}, {dim2}");
            offset = Math.Clamp(offset, -impl.Shape[a], impl.Shape[b]);
            var length = Math.Max(0, offset >= 0 ? Math.Min(impl.Shape[a], impl.Shape[b] - offset) : Math.Min(impl.Shape[a] + offset, impl.Shape[b]));
            var start = length == 0 ? 0 : offset >= 0 ? offset * impl.Strides[b] : -offset * impl.Strides[a];
            var rest = Enumerable.Range(0, impl.Shape.Length).Where(d => d != a && d != b).ToArray();
            var from = impl.Shape;
            return View("DiagonalBackward0", [.. rest.Select(d => impl.Shape[d]), length], [.. rest.Select(d => impl.Strides[d]), impl.Strides[a] + impl.Strides[b]], impl.Offset + start, grad => Ops.DiagonalBack(grad, from, offset, a, b));
        }

        /// <summary>A new tensor over the same memory and the same place in the graph.</summary>
        public Tensor alias() => View("AliasBackward0", Impl.Shape, Impl.Strides, Impl.Offset, grad => grad);

        /// <summary>The same memory outside the graph.</summary>
        public Tensor detach() => Alias(Impl.Shape, Impl.Strides, Impl.Offset);

        /// <summary>Takes this tensor out of the graph.</summary>
        public Tensor detach_()
        {
            Impl.SetGradFn(null);
            Impl.LeafRequiresGrad = false;
            return this;
        }

        /// <summary>This tensor with row-major memory: itself where it has it, else a copy.</summary>
        public Tensor contiguous() => is_contiguous() ? Sharing(Impl) : clone();

        /// <summary>A copy with memory of its own, in the graph.</summary>
        public Tensor clone()
        {
            var result = Ops.CloneContiguous(this);
            return GradMode.Needs(this) ? new ViewBackward("CloneBackward0", this, grad => grad).Attach(result) : result;
        }
    }
}
