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
        using var scope = NewDisposeScope();
        var rows = VectorTable.Rows("embedding", weight!, input);
        if (_max_norm is { } longest)
        {
            VectorTable.Shorten(weight!, rows, longest, _norm_type);
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
}
