using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => At([i1]);
            set => SetAt([i1], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => At([i1, i2]);
            set => SetAt([i1, i2], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => At([i1, i2, i3]);
            set => SetAt([i1, i2, i3], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At([i1, i2, i3, i4]);
            set => SetAt([i1, i2, i3, i4], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => SetAt([i1, i2, i3, i4, i5], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => SetAt([i1, i2, i3, i4, i5, i6], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => SetAt(indices, value);
        }

        /// <summary>Python-like indexing: views where only numbers and slices are given, else a copy.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            if (Indexing.WholeMask(this, Given(indices)) is { } mask) return Ops.MaskedSelect("IndexBackward0", this, mask);
            var (view, tensors) = Indexing.Basic(this, indices);
            if (tensors is null) return view;
            using (view) return Indexing.Get(view, tensors);
        }

        public Tensor index(params Tensor[] indices) => index([.. indices.Select(TensorIndex.Tensor)]);

        /// <summary>Writes values (broadcast) at the index.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, Given(indices), false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            ArgumentNullException.ThrowIfNull(value);
            if (!accumulate && value.ndim == 0 && !GradMode.Needs(value) && Indexing.WholeMask(this, Given(indices)) is { } mask) return masked_fill_(mask, value.ToScalar());
            var (view, tensors) = Indexing.Basic(this, Given(indices));
            using (view)
            {
                if (tensors is not null) Indexing.Put(view, tensors, value, accumulate);
                else if (accumulate) view.add_(value);
                else Indexing.Assign(view, value);
            }
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, [.. indices.Select(TensorIndex.Tensor)], false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) => index_put_(value, [.. indices.Select(TensorIndex.Tensor)], accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var cell = Ops.Full([], Given(value), dtype);
            return index_put_(cell, Given(indices), false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, [.. indices.Select(TensorIndex.Tensor)]);

        private Tensor At(long[] indices)
        {
            if (Given(indices).Length > ndim) throw new ExternalException($"too many indices for tensor of dimension {ndim}: {indices.Length} for shape {Shapes.Text(Impl.Shape)}");
            if (indices.Length == 0) return alias();
            for (var d = 0; d < indices.Length; d++)
                if (indices[d] >= Impl.Shape[d] || indices[d] < -Impl.Shape[d]) throw new ExternalException($"select(): index {indices[d]} out of range for tensor of size {Shapes.Text(Impl.Shape)} at dimension {d}");
            var result = select(0, indices[0]);
            for (var i = 1; i < indices.Length; i++)
            {
                using var outer = result;
                result = outer.select(0, indices[i]);
            }
            return result;
        }

        private void SetAt(long[] indices, Tensor value)
        {
            using var view = At(indices);
            Indexing.Assign(view, value);
        }
    }
}
