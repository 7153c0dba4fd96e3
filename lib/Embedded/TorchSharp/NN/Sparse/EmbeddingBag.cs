using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>
/// A table of vectors of which whole bags are read at once: int64 <c>[B, L]</c>, or <c>[K]</c> with the beginnings of the bags
/// <c>[B]</c>, to their mean, sum or maximum <c>[B, dims]</c>. An empty bag gives 0.
/// </summary>
public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor?, Tensor?, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    private readonly double? _max_norm;
    private readonly double _norm_type;
    private readonly EmbeddingBagMode _mode;
    private readonly bool _include_last_offset;
    private readonly long _padding_index;

    internal EmbeddingBag(Parameter weight, double? max_norm, double norm_type, EmbeddingBagMode mode, bool include_last_offset, long padding_index)
        : base(nameof(EmbeddingBag))
    {
        if (padding_index >= weight.size(0))
        {
            throw new ExternalException($"embedding_bag: padding_index must be within num_embeddings ({weight.size(0)}), but got {padding_index}.");
        }

        if (mode is not (EmbeddingBagMode.Sum or EmbeddingBagMode.Mean or EmbeddingBagMode.Max))
        {
            throw new ExternalException($"embedding_bag: mode must be Sum, Mean or Max, but got {mode}.");
        }

        this.weight = weight;
        (_max_norm, _norm_type, _mode, _include_last_offset, _padding_index) = (max_norm, norm_type, mode, include_last_offset, padding_index);
    }

    /// <summary>Reads the bags.</summary>
    /// <param name="input">Numbers of rows, <c>[B, L]</c> or <c>[K]</c>.</param>
    /// <param name="offsets">Where each bag begins, <c>[B]</c>, or <c>[B + 1]</c> with include_last_offset; null for <c>[B, L]</c>.</param>
    /// <param name="perSampleWeights">Of the shape of input: what each vector is multiplied with before it is added; null: 1.</param>
    /// <exception cref="ExternalException">A number is no row, the bags do not lie one after the other, or weights come with another mode than Sum.</exception>
    public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
    {
        CheckRanks(input, offsets);
        if (perSampleWeights is not null)
        {
            CheckWeights(input, perSampleWeights);
        }

        using var scope = NewDisposeScope();
        var numbers = VectorTable.Rows("embedding_bag", weight!, input);
        if (_max_norm is { } longest)
        {
            VectorTable.Shorten(weight!, numbers, longest, _norm_type);
        }

        var rows = numbers.data<long>().ToArray();
        var starts = Starts(input, offsets);

        // The places in the input that count, and the bag of each.
        var (places, bags) = (new List<long>(), new List<long>());
        for (var bag = 0; bag < starts.Length - 1; bag++)
        {
            for (var place = starts[bag]; place < starts[bag + 1]; place++)
            {
                if (rows[place] != _padding_index)
                {
                    places.Add(place);
                    bags.Add(bag);
                }
            }
        }

        var kept = tensor(places.Select(place => rows[place]).ToArray());
        var result = _mode == EmbeddingBagMode.Max
            ? Largest(kept, bags, starts.Length - 1)
            : Added(kept, places, bags, starts.Length - 1, perSampleWeights);
        return result.MoveToOuterDisposeScope();
    }

    /// <summary>Reads the bags and runs the hooks.</summary>
    /// <exception cref="ArgumentException">The input is not of integers, or offsets do not go with its rank.</exception>
    public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
    {
        CheckRanks(input, offsets);
        return base.call(input, offsets, perSampleWeights);
    }

    /// <summary>Reads bags whose beginnings are given.</summary>
    public Tensor call(Tensor input, Tensor? offsets) => call(input, offsets, null);

    /// <summary>Reads bags of one length, <c>[B, L]</c>.</summary>
    public Tensor call(Tensor input) => call(input, null, null);

    /// <summary>The vectors, <c>[num_embeddings, dims]</c>.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => SetParameter(ref _weight, value, nameof(weight));
    }

    private static void CheckRanks(Tensor input, Tensor? offsets)
    {
        if (!Given(input).is_integral())
        {
            throw new ArgumentException($"Embedding input must be an integral tensor, but is {input.dtype} of size {Shapes.Text(input.shape)}.");
        }

        if (input.ndim is not (1 or 2))
        {
            throw new ArgumentException($"The input of an EmbeddingBag must be [B, L], or [K] with offsets, but has shape {Shapes.Text(input.shape)}.");
        }

        if (offsets is null == (input.ndim == 1))
        {
            throw new ArgumentException($"'offsets' must be given for a 1-D input and null for a 2-D one, but the input has shape {Shapes.Text(input.shape)}.");
        }

        if (offsets is not null && (offsets.dtype != input.dtype || offsets.ndim != 1))
        {
            throw new ArgumentException($"input and offsets must have the same element type and one dimension, but are {input.dtype} {Shapes.Text(input.shape)} and {offsets.dtype} {Shapes.Text(offsets.shape)}.");
        }
    }

    private void CheckWeights(Tensor input, Tensor perSampleWeights)
    {
        if (_mode != EmbeddingBagMode.Sum)
        {
            throw new ExternalException($"embedding_bag: per_sample_weights are only for the mode Sum, but the mode is {_mode}.");
        }

        if (!perSampleWeights.shape.AsSpan().SequenceEqual(input.shape) || perSampleWeights.dtype != weight!.dtype)
        {
            throw new ExternalException($"embedding_bag: expected per_sample_weights of shape {Shapes.Text(input.shape)} and type {weight!.dtype}, but got {Shapes.Text(perSampleWeights.shape)} and {perSampleWeights.dtype}.");
        }
    }

    // Where each bag begins and the last one ends.
    private long[] Starts(Tensor input, Tensor? offsets)
    {
        if (offsets is null)
        {
            return [.. Enumerable.Range(0, (int)input.size(0) + 1).Select(bag => bag * input.size(1))];
        }

        var given = offsets.to_type(ScalarType.Int64).data<long>().ToArray();
        long[] starts = _include_last_offset ? given : [.. given, input.size(0)];
        if (starts.Length == 0 || starts[0] != 0 || starts[^1] > input.size(0) || starts.Zip(starts.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            throw new ExternalException($"embedding_bag: offsets must begin with 0 and rise to at most {input.size(0)}, the length of the input, but are {Shapes.Text(given)}.");
        }

        return starts;
    }

    private Tensor Added(Tensor rows, List<long> places, List<long> bags, int count, Tensor? perSampleWeights)
    {
        var vectors = weight!.index_select(0, rows);
        if (perSampleWeights is not null)
        {
            vectors = vectors * perSampleWeights.reshape(-1).index_select(0, tensor(places.ToArray())).unsqueeze(1);
        }

        var sums = zeros([count, weight.size(1)], weight.dtype).index_add(0, tensor(bags.ToArray()), vectors, 1);
        if (_mode == EmbeddingBagMode.Sum)
        {
            return sums;
        }

        var sizes = new double[count];
        foreach (var bag in bags)
        {
            sizes[bag]++;
        }

        return sums / tensor(sizes.Select(size => Math.Max(size, 1)).ToArray(), weight.dtype).unsqueeze(1);
    }

    // The first of the largest elements of each bag, from the row where it stands.
    private Tensor Largest(Tensor rows, List<long> bags, int count)
    {
        var width = (int)weight!.size(1);
        var numbers = rows.data<long>().ToArray();
        var values = weight.detach().index_select(0, rows).to_type(ScalarType.Float64).data<double>().ToArray();
        var (from, best, filled) = (new long[count * width], new double[count * width], new bool[count]);
        for (var i = 0; i < numbers.Length; i++)
        {
            var bag = (int)bags[i];
            for (var d = 0; d < width; d++)
            {
                if (!filled[bag] || values[i * width + d] > best[bag * width + d])
                {
                    (best[bag * width + d], from[bag * width + d]) = (values[i * width + d], numbers[i]);
                }
            }

            filled[bag] = true;
        }

        return weight.gather(0, tensor(from, [count, width])).masked_fill(tensor(filled).logical_not().unsqueeze(1), 0);
    }
}
