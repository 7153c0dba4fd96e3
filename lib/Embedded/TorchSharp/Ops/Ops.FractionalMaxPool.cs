namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>
    /// Max pooling of [N, C, ...] or [C, ...] with windows at steps drawn at random (B. Graham, 2014, "Fractional max-pooling"),
    /// over as many dimensions as the kernel has; and the flat index (int64) of each maximum within its plane or volume.
    /// </summary>
    public static (Tensor Values, Tensor Indices) FractionalMaxPool(string op, Tensor input, long[] kernel, long[] size)
    {
        var (x, dims) = (input.Impl.Shape, kernel.Length);
        CheckFractionalPooling(op, x, kernel, size);
        using var scope = torch.NewDisposeScope();
        var maps = Shapes.Count(x.AsSpan(..^dims));
        var type = input.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
        var draws = torch.rand([x.Length == dims + 1 ? 1 : x[0], x[^(dims + 1)], dims], type).to_type(ScalarType.Float64).data<double>().ToArray();
        var values = input.detach().to_type(ScalarType.Float64).data<double>().ToArray();
        long[] from = [.. Enumerable.Repeat(1L, 3 - dims), .. x[^dims..]], window = [.. Enumerable.Repeat(1L, 3 - dims), .. kernel], to = [.. Enumerable.Repeat(1L, 3 - dims), .. size];
        var indices = new long[maps * to[0] * to[1] * to[2]];
        var (map, place) = (from[0] * from[1] * from[2], 0);
        for (long m = 0; m < maps; m++)
        {
            // Images take the first draw for their columns, volumes for their depth.
            var starts = new long[3][];
            for (var d = 0; d < 3; d++)
            {
                var draw = dims == 3 ? m * 3 + d : m * 2 + (2 - d);
                starts[d] = d < 3 - dims ? [0] : Starts(draws[draw], from[d], to[d], window[d], type);
            }
            foreach (var z in starts[0])
                foreach (var y in starts[1])
                    foreach (var column in starts[2])
                        indices[place++] = Largest(values.AsSpan((int)(m * map), (int)map), from, window, z, y, column);
        }
        var at = torch.tensor(indices, [.. x[..^dims], size.Aggregate(1L, (a, b) => a * b)]);
        long[] shape = [.. x[..^dims], .. size];
        return scope.MoveToOuter(input.flatten(-dims).gather(-1, at).view(shape), at.view(shape));
    }

    // Where the windows begin: (i + u) alpha rounded down, less the start; the last window ends with the map.
    private static long[] Starts(double u, long from, long to, long window, ScalarType type)
    {
        var starts = new long[to];
        for (long i = 0; i < to - 1; i++)
        {
            if (type == ScalarType.Float64)
            {
                var alpha = (double)(from - window) / (to - 1);
                starts[i] = (long)((i + u) * alpha) - (long)(u * alpha);
            }
            else
            {
                var alpha = (float)(from - window) / (to - 1);
                starts[i] = (long)((i + (float)u) * alpha) - (long)((float)u * alpha);
            }
        }
        starts[^1] = from - window;
        return starts;
    }

    private static long Largest(ReadOnlySpan<double> map, long[] from, long[] window, long z, long y, long x)
    {
        var best = (z * from[1] + y) * from[2] + x;
        var most = double.NegativeInfinity;
        for (var d = z; d < z + window[0]; d++)
            for (var h = y; h < y + window[1]; h++)
                for (var w = x; w < x + window[2]; w++)
                {
                    var at = (d * from[1] + h) * from[2] + w;
                    if (!(map[(int)at] > most) && !double.IsNaN(map[(int)at])) continue;
                    (best, most) = (at, map[(int)at]);
                }
        return best;
    }

    private static void CheckFractionalPooling(string op, long[] x, long[] kernel, long[] size)
    {
        var dims = kernel.Length;
        if (x.Length != dims + 1 && x.Length != dims + 2)
            throw new ExternalException($"{op}: Expected {dims + 1}D or {dims + 2}D tensor, but got: {Shapes.Text(x)}");
        if (x.AsSpan(x.Length == dims + 2 ? 1 : 0).Contains(0))
            throw new ExternalException($"{op}: Expected input to have non-zero size for non-batch dimensions, but got {Shapes.Text(x)}");
        if (AnyBelowOne(kernel) || AnyBelowOne(size))
            throw new ExternalException($"{op}: kernel and output sizes should be greater than zero, but are {Shapes.Text(kernel)} and {Shapes.Text(size)} for the input {Shapes.Text(x)}");
        // Volumes need one element more than the windows take at least, in libtorch too.
        for (var d = 0; d < dims; d++)
            if (kernel[d] > x[x.Length - dims + d] || size[d] > x[x.Length - dims + d] - kernel[d] + (dims == 2 ? 1 : 0))
                throw new ExternalException($"{op}: kernel {kernel[d]} and output size {size[d]} are too large for the {x[x.Length - dims + d]} elements at dimension {x.Length - dims + d} of the input {Shapes.Text(x)}");
    }
}
