namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor index_select(long dim, Tensor index)
        {
            if (Given(index).ndim > 1) throw new ExternalException($"index_select(): Index is supposed to be a vector, but got dim: {index.ndim}");
            if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32)) throw new ExternalException($"index_select(): Expected dtype int32 or int64 for index, but got {index.dtype}");
            using var vector = index.reshape(-1);
            if (ndim == 0)
            {
                using var line = reshape(1);
                using var picked = Ops.Pick(line, new IndexPlan([1], [vector]));
                return picked.reshape();
            }
            return Ops.Pick(this, new IndexPlan(Impl.Shape, Ops.At(dim, Impl.Shape, vector)));
        }

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            using var scaled = Given(source).mul(alpha);
            Ops.Place(this, new IndexPlan(Impl.Shape, Ops.At(dim, Impl.Shape, index)), scaled, accumulate: true);
            return this;
        }

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => clone().index_add_(dim, index, source, alpha);

        public Tensor index_copy_(long dim, Tensor index, Tensor source)
        {
            Ops.Place(this, new IndexPlan(Impl.Shape, Ops.At(dim, Impl.Shape, index)), Given(source), accumulate: false);
            return this;
        }

        public Tensor index_copy(long dim, Tensor index, Tensor source) => clone().index_copy_(dim, index, source);

        public Tensor index_fill_(long dim, Tensor index, Scalar value)
        {
            using var cell = Ops.Full([], Given(value), dtype);
            Ops.Place(this, new IndexPlan(Impl.Shape, Ops.At(dim, Impl.Shape, index)), cell, accumulate: false);
            return this;
        }

        public Tensor index_fill(long dim, Tensor index, Scalar value) => clone().index_fill_(dim, index, value);

        /// <summary>Elements by their row-major numbers.</summary>
        public Tensor take(Tensor index)
        {
            using var flat = reshape(-1);
            return Ops.Pick(flat, new IndexPlan(flat.Impl.Shape, [index]));
        }

        public Tensor take_along_dim(Tensor indices)
        {
            using var flat = reshape(-1);
            using var line = Given(indices).reshape(-1);
            return flat.gather(0, line);
        }

        /// <summary>Like gather, with the other dimensions broadcast.</summary>
        public Tensor take_along_dim(Tensor indices, long dim)
        {
            var d = Shapes.Dim(dim, Impl.Shape);
            var own = shape;
            var other = Given(indices).shape;
            if (own.Length != other.Length || own.Length == 0) throw new ExternalException($"torch.take_along_dim(): input and indices should have the same number of dimensions, but got {own.Length} dimensions for input, and {other.Length} dimensions for indices");
            own[d] = other[d] = 1;
            var common = Shapes.Broadcast(own, other);
            var wide = (long[])common.Clone();
            wide[d] = indices.Impl.Shape[d];
            var self = (long[])common.Clone();
            self[d] = Impl.Shape[d];
            return expand(self).gather(d, indices.expand(wide));
        }

        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(tensor(Given(indices).ToArray()));

        public Tensor take_along_dim(IEnumerable<long> indices, long dim) => take_along_dim(tensor(Given(indices).ToArray()), dim);

        public Tensor gather(long dim, Tensor index) => Ops.GatherAlong(this, dim, Given(index));

        public Tensor scatter_(long dim, Tensor index, Tensor src) => Ops.ScatterInto(this, dim, Given(index), Given(src), add: false);

        public Tensor scatter(long dim, Tensor index, Tensor src) => clone().scatter_(dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Ops.ScatterInto(this, dim, Given(index), Given(src), add: true);

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => clone().scatter_add_(dim, index, src);

        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            Ops.CheckMask("masked_fill", Given(mask));
            return Ops.Where(mask, Ops.Full([], value, dtype), this);
        }

        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            Ops.CheckMask("masked_fill_", Given(mask));
            using var filled = masked_fill(mask, value);
            if (!filled.Impl.Shape.AsSpan().SequenceEqual(Impl.Shape))
                throw new ExternalException($"masked_fill_: a mask of shape {Shapes.Text(mask.Impl.Shape)} does not broadcast to the tensor's shape {Shapes.Text(Impl.Shape)}");
            return copy_(filled);
        }

        /// <summary>The elements where the mask holds, as a vector.</summary>
        /// <exception cref="ArgumentException">The mask is not Boolean.</exception>
        public Tensor masked_select(Tensor mask)
        {
            if (Given(mask).dtype != ScalarType.Bool) throw new ArgumentException("The mask tensor must be Boolean.");
            var common = Shapes.Broadcast(Impl.Shape, mask.Impl.Shape);
            using var self = expand(common);
            using var wide = mask.expand(common);
            return Ops.MaskedSelect("MaskedSelectBackward0", self, wide);
        }

        public Tensor masked_scatter_(Tensor mask, Tensor value)
        {
            using var wide = Given(mask).expand(Impl.Shape);
            using var where = wide.nonzero();
            var count = where.Impl.Shape[0];
            if (Given(value).numel() < count) throw new ExternalException($"masked_scatter: expected the source to have at least {count} elements, but it has {value.numel()}");
            using var source = value.reshape(-1).slice(0, 0, count, 1);
            Ops.Place(this, new IndexPlan(Impl.Shape, [.. Enumerable.Range(0, (int)ndim).Select(d => where.select(1, d))]), source, accumulate: false);
            return this;
        }

        public Tensor masked_scatter(Tensor mask, Tensor value) => clone().masked_scatter_(mask, value);

        /// <summary>This tensor where the condition holds, else y.</summary>
        public Tensor where(Tensor condition, Tensor y) => Ops.Where(Given(condition), this, y);

        public Tensor nonzero() => Ops.Nonzero(this);

        public Tensor argwhere() => Ops.Nonzero(this);

        public IList<Tensor> nonzero_as_list()
        {
            using var positions = nonzero();
            return positions.unbind(1);
        }

        public Tensor flip(params long[] dims) => Ops.Flip(this, Given(dims));

        public Tensor fliplr()
        {
            if (ndim < 2) throw new ExternalException("Input must be >= 2-d.");
            return Ops.Flip(this, [1]);
        }

        public Tensor flipud()
        {
            if (ndim < 1) throw new ExternalException("Input must be >= 1-d.");
            return Ops.Flip(this, [0]);
        }

        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (a, b) = dims ?? (0, 1);
            return (((k % 4) + 4) % 4) switch
            {
                1 => flip(b).transpose(a, b),
                2 => flip(a, b),
                3 => flip(a).transpose(a, b),
                _ => clone(),
            };
        }

        public Tensor roll(long shifts, long? dims = null) => Ops.Roll(this, [shifts], dims is { } d ? [d] : []);

        public Tensor roll(long[] shifts) => Ops.Roll(this, Given(shifts), [0]);

        public Tensor roll(long[] shifts, long[] dims) => Ops.Roll(this, Given(shifts), Given(dims));

        public Tensor roll((long, long) shifts, (long, long) dims) => Ops.Roll(this, [shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        public Tensor roll((long, long, long) shifts, (long, long, long) dims) => Ops.Roll(this, [shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => Ops.Roll(this, shifts.ToArray(), dims.ToArray());

        /// <summary>The whole tensor repeated this many times along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Ops.Repeat(this, Given(sizes));

        public Tensor tile(long[] reps) => Ops.Repeat(this, Given(reps).Length >= ndim ? reps : [.. Enumerable.Repeat(1L, (int)ndim - reps.Length), .. reps]);

        /// <summary>Each element repeated.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null)
        {
            var flat = dim is null ? reshape(-1) : this;
            var d = Shapes.Dim(dim ?? 0, flat.Impl.Shape);
            if (repeats < 0) throw new ExternalException("repeat_interleave: Repeats must be non-negative");
            using var counts = Ops.Generate<long>(Shapes.Saturated(flat.ndim == 0 ? 1 : flat.Impl.Shape[d], repeats), i => i / repeats);
            return flat.index_select(d, counts);
        }

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null)
        {
            var flat = dim is null ? reshape(-1) : this;
            var d = Shapes.Dim(dim ?? 0, flat.Impl.Shape);
            if (Given(repeats).dtype is not (ScalarType.Int64 or ScalarType.Int32)) throw new ExternalException($"repeat_interleave: repeats has to be Long or Int tensor, but got {Dtypes.CppName(repeats.dtype)}");
            if (repeats.ndim > 1) throw new ExternalException($"repeat_interleave: repeats must be 0-dim or 1-dim tensor, but its shape is {Shapes.Text(repeats.Impl.Shape)}");
            var counts = repeats.to_type(ScalarType.Int64).data<long>().ToArray();
            if (counts.Any(n => n < 0)) throw new ExternalException("repeat_interleave: Repeats must be non-negative");
            if (counts.Aggregate(0d, (sum, n) => sum + n) > Array.MaxLength) throw new ExternalException($"repeat_interleave: {counts.Aggregate(0d, (sum, n) => sum + n)} repeats are more than fit in memory");
            if (counts.Length == 1) return flat.repeat_interleave(counts[0], d);
            if (counts.Length != flat.Impl.Shape[d]) throw new ExternalException($"repeat_interleave: repeats must have the same size as input along dim, but got {counts.Length} repeats for dimension {d} of shape {Shapes.Text(flat.Impl.Shape)}");
            using var index = tensor(counts.SelectMany((n, i) => Enumerable.Repeat((long)i, checked((int)n))).ToArray());
            return flat.index_select(d, index);
        }

        public Tensor tril(long diagonal = 0) => Ops.Triangle(this, diagonal, upper: false);

        public Tensor triu(long diagonal = 0) => Ops.Triangle(this, diagonal, upper: true);

        public Tensor tril_(long diagonal = 0) => Ops.Triangle(this, diagonal, upper: false, inPlace: true);

        public Tensor triu_(long diagonal = 0) => Ops.Triangle(this, diagonal, upper: true, inPlace: true);

        /// <summary>The diagonal of a matrix, or a matrix with this vector as its diagonal.</summary>
        public Tensor diag(long diagonal = 0) => ndim switch
        {
            1 => diag_embed(diagonal),
            2 => this.diagonal(diagonal).clone(),
            _ => throw new ExternalException($"diag(): Supports 1D or 2D tensors. Got {ndim}D: shape {Shapes.Text(Impl.Shape)}"),
        };

        public Tensor diagflat(long offset = 0) => reshape(-1).diag_embed(offset);

        /// <summary>Matrices with the last dimension as their diagonals.</summary>
        public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L)
        {
            if (ndim == 0) throw new ExternalException("diag_embed: the input needs at least 1 dimension, but is a 0-d tensor");
            if (offset is <= -int.MaxValue or >= int.MaxValue) throw new ExternalException($"diag_embed: a diagonal at offset {offset} is too far away for a matrix");
            var n = Impl.Shape[^1] + Math.Abs(offset);
            if (Shapes.NewDim(dim1, Impl.Shape) == Shapes.NewDim(dim2, Impl.Shape)) throw new ExternalException($"diag_embed: diagonal dimensions cannot be identical {dim1}, {dim2}");
            var a = Shapes.NewDim(dim1, Impl.Shape);
            var b = Shapes.NewDim(dim2, Impl.Shape);
            long[] matrices = [.. Impl.Shape[..^1], n, n];
            using var result = torch.zeros(matrices, dtype: dtype);
            using (var line = result.diagonal(offset, -2, -1)) line.copy_(this);
            return result.movedim([-2, -1], [a, b]);
        }

        public Tensor diagonal_scatter(Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L)
        {
            var result = clone();
            using var view = result.diagonal(offset, dim1, dim2);
            view.copy_(src);
            return result;
        }

        public Tensor select_scatter(Tensor src, long dim, long index)
        {
            var result = clone();
            using var view = result.select(dim, index);
            view.copy_(src);
            return result;
        }

        public Tensor slice_scatter(Tensor src, long dim = 0L, long? start = null, long? end = null, long step = 1L)
        {
            var result = clone();
            using var view = result.slice(dim, start ?? 0, end ?? long.MaxValue, step);
            view.copy_(src);
            return result;
        }

        public Tensor squeeze_(long? dim = null)
        {
            using var view = squeeze(dim);
            return Reshape(view);
        }

        public Tensor unsqueeze_(long dim)
        {
            using var view = unsqueeze(dim);
            return Reshape(view);
        }

        public Tensor transpose_(long dim0, long dim1)
        {
            using var view = transpose(dim0, dim1);
            return Reshape(view);
        }

        /// <summary>Matrices along the diagonal of a larger one.</summary>
        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);

        public Tensor atleast_1d() => ndim >= 1 ? alias() : reshape(1);

        public Tensor atleast_2d() => ndim >= 2 ? alias() : ndim == 1 ? unsqueeze(0) : reshape(1, 1);

        public Tensor atleast_3d() => ndim >= 3 ? alias() : ndim == 2 ? unsqueeze(-1) : ndim == 1 ? unsqueeze(0).unsqueeze(-1) : reshape(1, 1, 1);

        /// <summary>Channels [groups, c] reordered to [c, groups].</summary>
        public Tensor channel_shuffle(long groups)
        {
            var c = size(1);
            if (groups <= 0 || c % groups != 0) throw new ExternalException($"channel_shuffle: Number of channels must be divisible by groups. Got {c} channels and {groups} groups for an input of shape {Shapes.Text(Impl.Shape)}.");
            using var split = reshape([Impl.Shape[0], groups, c / groups, .. Impl.Shape[2..]]);
            return split.transpose(1, 2).reshape(shape);
        }

        // Gives this handle's array the geometry and the node of a view of it.
        private Tensor Reshape(Tensor view)
        {
            var (from, to) = (Impl, view.Impl);
            if (GradMode.Enabled && from.LeafRequiresGrad) throw new ExternalException("a leaf Variable that requires grad is being used in an in-place operation.");
            var (node, output) = (to.GradFn, to.OutputNumber);
            from.SetGeometry(to.Shape, to.Strides, to.Offset);
            if (node is not null) from.SetGradFn(node, output);
            return this;
        }
    }
}
