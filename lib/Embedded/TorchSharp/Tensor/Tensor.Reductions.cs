using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements. Behind the other overloads, so that the 0 of <c>sum(0)</c> is a dimension and no element type.</summary>
        [OverloadResolutionPriority(-1)]
        public Tensor sum(ScalarType? type = null) => Ops.Sum(this, [], false, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Ops.Sum(this, dim, keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Ops.Sum(this, dim, keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Ops.Sum(this, [dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => Ops.Sum(this, [dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => Ops.Sum(this, [dim0, dim1, dim2], keepdim, type);

        public Tensor mean() => Ops.Sum(this, [], false, null, mean: true);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Ops.Sum(this, dimensions, keepdim, type, mean: true);
    }
}
