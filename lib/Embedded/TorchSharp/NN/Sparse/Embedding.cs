using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>A table of vectors, read by number: int64 <c>[...]</c> to <c>[..., dims]</c>.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    private readonly long? _padding_idx;
    private readonly double? _max_norm;
    private readonly double _norm_type;

    internal Embedding(Parameter weight, long? padding_idx, double? max_norm, double norm_type)
        : base(nameof(Embedding))
    {
        if (padding_idx is { } row && (row >= weight.size(0) || row < -weight.size(0)))
        {
            throw new ExternalException($"embedding: Padding_idx must be within num_embeddings ({weight.size(0)}), but got {row}.");
        }

        this.weight = weight;
        _padding_idx = padding_idx < 0 ? padding_idx + weight.size(0) : padding_idx;
        _max_norm = max_norm;
        _norm_type = norm_type;
    }

    public override Tensor forward(Tensor input)
    {
        if (Given(input).dtype is not (ScalarType.Int64 or ScalarType.Int32))
        {
            throw new ExternalException($"embedding: expected indices of type Int64 or Int32, but got {input.dtype} of size {Shapes.Text(input.shape)}");
        }

        using var scope = NewDisposeScope();
        var rows = input.reshape(-1);
        if (rows.numel() > 0 && (rows.min().ToInt64(), rows.max().ToInt64()) is var (least, most) && (least < 0 || most >= weight!.size(0)))
        {
            throw new ExternalException($"embedding: index {(least < 0 ? least : most)} out of range for a table of {weight!.size(0)} vectors (weight of size {Shapes.Text(weight.shape)})");
        }

        if (_max_norm is { } longest)
        {
            Shorten(rows, longest);
        }

        var vectors = weight!.index_select(0, rows);
        if (_padding_idx is { } padding)
        {
            // The padding row takes no part in training.
            vectors = where((rows == padding).unsqueeze(1), vectors.detach(), vectors);
        }

        return vectors.view([.. input.shape, weight.size(1)]).MoveToOuterDisposeScope();
    }

    /// <summary>The vectors, <c>[num_embeddings, dims]</c>.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => SetParameter(ref _weight, value, nameof(weight));
    }

    // Rows that are about to be read and are longer than allowed are made shorter in place.
    private void Shorten(Tensor rows, double most)
    {
        using var _ = no_grad();
        foreach (var row in rows.data<long>().ToArray().Distinct())
        {
            var vector = weight!.select(0, row);
            var norm = vector.norm(p: (float)_norm_type).ToDouble();
            if (norm > most)
            {
                vector.mul_(most / (norm + 1e-7));
            }
        }
    }
}
