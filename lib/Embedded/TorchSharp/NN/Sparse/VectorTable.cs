namespace TorchSharp.Modules;

/// <summary>What embeddings share: reading the numbers of rows, and keeping the rows that are read short.</summary>
internal static class VectorTable
{
    /// <summary>The numbers of the rows, int64 <c>[K]</c>.</summary>
    /// <exception cref="ExternalException">They are no integers, or no rows of the table.</exception>
    internal static Tensor Rows(string op, Tensor weight, Tensor input)
    {
        if (Given(input).dtype is not (ScalarType.Int64 or ScalarType.Int32))
        {
            throw new ExternalException($"{op}: expected indices of type Int64 or Int32, but got {input.dtype} of size {Shapes.Text(input.shape)}");
        }

        var rows = input.reshape(-1).to_type(ScalarType.Int64);
        if (rows.numel() > 0 && (rows.min().ToInt64(), rows.max().ToInt64()) is var (least, most) && (least < 0 || most >= weight.size(0)))
        {
            throw new ExternalException($"{op}: index {(least < 0 ? least : most)} out of range for a table of {weight.size(0)} vectors (weight of size {Shapes.Text(weight.shape)})");
        }

        return rows;
    }

    /// <summary>Rows that are about to be read and are longer than allowed are made shorter in place.</summary>
    internal static void Shorten(Tensor weight, Tensor rows, double most, double norm_type)
    {
        using var _ = no_grad();
        foreach (var row in rows.data<long>().ToArray().Distinct())
        {
            var vector = weight.select(0, row);
            var norm = vector.norm(p: (float)norm_type).ToDouble();
            if (norm > most)
            {
                vector.mul_(most / (norm + 1e-7));
            }
        }
    }
}
