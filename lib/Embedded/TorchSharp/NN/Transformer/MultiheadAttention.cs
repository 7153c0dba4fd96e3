using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>
/// Attention by several heads at once (A. Vaswani and others, 2017, "Attention is all you need"): queries <c>[L, N, E]</c>, keys
/// <c>[S, N, kdim]</c> and values <c>[S, N, vdim]</c> to <c>[L, N, E]</c> and the weights <c>[N, L, S]</c>, the mean of the heads.
/// </summary>
public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
{
    private readonly long _width;
    private readonly long _heads;
    private readonly double _dropout;
    private readonly bool _addZero;

    // One matrix for queries, keys and values where all have the same width, else one for each.
    [ComponentName(Name = "in_proj_weight")]
    private Parameter? _all;

    [ComponentName(Name = "q_proj_weight")]
    private Parameter? _query;

    [ComponentName(Name = "k_proj_weight")]
    private Parameter? _key;

    [ComponentName(Name = "v_proj_weight")]
    private Parameter? _value;

    [ComponentName(Name = "in_proj_bias")]
    private Parameter? _bias;

    // One more key and value for every sequence, learnt.
    [ComponentName(Name = "bias_k")]
    private Parameter? _keyBias;

    [ComponentName(Name = "bias_v")]
    private Parameter? _valueBias;

    [ComponentName(Name = "out_proj")]
    private readonly Linear _output;

    internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long? kdim, long? vdim)
        : base(nameof(MultiheadAttention))
    {
        var (keys, values) = (kdim ?? embedded_dim, vdim ?? embedded_dim);
        if (num_heads < 1 || embedded_dim < 1 || embedded_dim % num_heads != 0)
        {
            throw new ExternalException($"MultiheadAttention: embed_dim must be divisible by num_heads, both from 1, but got embed_dim {embedded_dim} and num_heads {num_heads}.");
        }

        if (embedded_dim > int.MaxValue || keys is < 1 or > int.MaxValue || values is < 1 or > int.MaxValue)
        {
            throw new ExternalException($"MultiheadAttention: embed_dim, kdim and vdim must lie between 1 and {int.MaxValue}, but got {embedded_dim}, {keys} and {values}.");
        }

        (_width, _heads, _dropout, _addZero) = (embedded_dim, num_heads, dropout, add_zero_attn);
        if (keys == embedded_dim && values == embedded_dim)
        {
            Own(ref _all, "in_proj_weight", 3 * embedded_dim, embedded_dim);
        }
        else
        {
            Own(ref _query, "q_proj_weight", embedded_dim, embedded_dim);
            Own(ref _key, "k_proj_weight", embedded_dim, keys);
            Own(ref _value, "v_proj_weight", embedded_dim, values);
        }

        if (bias)
        {
            Own(ref _bias, "in_proj_bias", 3 * embedded_dim);
        }

        if (add_bias_kv)
        {
            Own(ref _keyBias, "bias_k", 1, 1, embedded_dim);
            Own(ref _valueBias, "bias_v", 1, 1, embedded_dim);
        }

        _output = new Linear(embedded_dim, embedded_dim, bias, null, null);
        RegisterComponents();
        Initialize();
    }

    /// <summary>A layer with the values of another.</summary>
    internal MultiheadAttention(MultiheadAttention other)
        : base(nameof(MultiheadAttention))
    {
        (_width, _heads, _dropout, _addZero) = (other._width, other._heads, other._dropout, other._addZero);
        SetParameter(ref _all, LayerCopy.Of(other._all), "in_proj_weight");
        SetParameter(ref _query, LayerCopy.Of(other._query), "q_proj_weight");
        SetParameter(ref _key, LayerCopy.Of(other._key), "k_proj_weight");
        SetParameter(ref _value, LayerCopy.Of(other._value), "v_proj_weight");
        SetParameter(ref _bias, LayerCopy.Of(other._bias), "in_proj_bias");
        SetParameter(ref _keyBias, LayerCopy.Of(other._keyBias), "bias_k");
        SetParameter(ref _valueBias, LayerCopy.Of(other._valueBias), "bias_v");
        _output = LayerCopy.Of(other._output);
        RegisterComponents();
    }

    /// <summary>Attends; the weights are null where they are not needed.</summary>
    /// <param name="query"><c>[L, N, E]</c></param>
    /// <param name="key"><c>[S, N, kdim]</c></param>
    /// <param name="value"><c>[S, N, vdim]</c></param>
    /// <param name="key_padding_mask"><c>[N, S]</c>: true (or a byte that is not 0) where a key does not count; floating numbers are added to the scores.</param>
    /// <param name="need_weights">Whether the weights are wanted.</param>
    /// <param name="attn_mask"><c>[L, S]</c> or <c>[N * heads, L, S]</c>, of the same meaning.</param>
    /// <exception cref="ExternalException">A shape or an element type does not fit.</exception>
    public override Tuple<Tensor, Tensor> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        Check(query, key, value);
        using var scope = NewDisposeScope();
        var (length, batch, width) = (query.size(0), query.size(1), _width / _heads);
        var (q, k, v) = Project(query, key, value);
        var masks = (Padding: Mask(key_padding_mask, "key_padding_mask"), Attention: Mask(attn_mask, "attn_mask"));
        CheckMasks(masks.Padding, masks.Attention, length, key.size(0), batch);
        if (_keyBias is not null)
        {
            k = cat([k, _keyBias.expand(1, batch, _width)], 0);
            v = cat([v, _valueBias!.expand(1, batch, _width)], 0);
            masks = (OneMore(masks.Padding), OneMore(masks.Attention));
        }

        // [L, N, E] to one matrix [L, E / heads] for each head of each sequence.
        (q, k, v) = (Heads(q), Heads(k), Heads(v));
        if (_addZero)
        {
            var none = zeros([batch * _heads, 1, width], k.dtype);
            (k, v) = (cat([k, none], 1), cat([v, none], 1));
            masks = (OneMore(masks.Padding), OneMore(masks.Attention));
        }

        var scores = (q / Math.Sqrt(width)).bmm(k.transpose(1, 2));
        scores = Masked(scores, masks.Attention);
        if (masks.Padding is { } padding)
        {
            var each = scores.view(batch, _heads, length, -1);
            scores = Masked(each, padding.unsqueeze(1).unsqueeze(2)).view(batch * _heads, length, -1);
        }

        var weights = nn.functional.dropout(scores.softmax(-1), _dropout, training);
        var attended = weights.bmm(v).transpose(0, 1).reshape(length, batch, _width);
        var output = _output.call(attended).MoveToOuterDisposeScope();
        return Tuple.Create(output, need_weights ? weights.view(batch, _heads, length, -1).mean([1]).MoveToOuterDisposeScope() : null!);

        Tensor Heads(Tensor x) => x.reshape(x.size(0), batch * _heads, width).transpose(0, 1);
    }

    /// <summary>Attends, with the weights unless they are not needed, and runs the hooks.</summary>
    public new Tuple<Tensor, Tensor> call(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null)
        => base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

    private void Own(ref Parameter? field, string name, params long[] shape) => SetParameter(ref field, new Parameter(empty(shape)), name);

    private void Initialize()
    {
        foreach (var weight in new[] { _all, _query, _key, _value })
        {
            if (weight is not null)
            {
                nn.init.xavier_uniform_(weight);
            }
        }

        if (_bias is not null)
        {
            nn.init.zeros_(_bias);
            nn.init.zeros_(_output.bias!);
        }

        if (_keyBias is not null)
        {
            nn.init.xavier_normal_(_keyBias);
            nn.init.xavier_normal_(_valueBias!);
        }
    }

    private (Tensor Query, Tensor Key, Tensor Value) Project(Tensor query, Tensor key, Tensor value)
    {
        if (_all is not null && ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            var parts = nn.functional.linear(query, _all, _bias).chunk(3, -1);
            return (parts[0], parts[1], parts[2]);
        }

        var weights = _all?.chunk(3) ?? [_query!, _key!, _value!];
        var biases = _bias?.chunk(3);
        return (nn.functional.linear(query, weights[0], biases?[0]), nn.functional.linear(key, weights[1], biases?[1]), nn.functional.linear(value, weights[2], biases?[2]));
    }

    private void Check(Tensor query, Tensor key, Tensor value)
    {
        long[] widths = [_width, (_key ?? _all!).size(1), (_value ?? _all!).size(1)];
        if (Given(query).ndim != 3 || Given(key).ndim != 3 || Given(value).ndim != 3
            || query.size(1) != key.size(1) || key.size(0) != value.size(0) || key.size(1) != value.size(1)
            || query.size(2) != widths[0] || key.size(2) != widths[1] || value.size(2) != widths[2])
        {
            throw new ExternalException($"MultiheadAttention: expected query [L, N, {widths[0]}], key [S, N, {widths[1]}] and value [S, N, {widths[2]}], but got {Shapes.Text(query.shape)}, {Shapes.Text(key.shape)} and {Shapes.Text(value.shape)}.");
        }
    }

    private void CheckMasks(Tensor? padding, Tensor? attention, long length, long keys, long batch)
    {
        if (padding is not null && !padding.shape.AsSpan().SequenceEqual([batch, keys]))
        {
            throw new ExternalException($"MultiheadAttention: expected key_padding_mask {Shapes.Text([batch, keys])}, a row for each sequence and a column for each key, but got {Shapes.Text(padding.shape)}.");
        }

        if (attention is not null && !attention.shape.AsSpan().SequenceEqual([length, keys]) && !attention.shape.AsSpan().SequenceEqual([batch * _heads, length, keys]))
        {
            throw new ExternalException($"MultiheadAttention: expected attn_mask {Shapes.Text([length, keys])} or {Shapes.Text([batch * _heads, length, keys])}, but got {Shapes.Text(attention.shape)}.");
        }
    }

    // Truth values, or numbers to add.
    private static Tensor? Mask(Tensor? mask, string name) => mask?.dtype switch
    {
        null or ScalarType.Bool => mask,
        ScalarType.Byte => mask!.to_type(ScalarType.Bool),
        _ when mask!.is_floating_point() => mask,
        _ => throw new ExternalException($"MultiheadAttention: {name} must hold truth values, bytes or floating numbers, but its element type is {mask!.dtype}."),
    };

    // The key that was added counts for everyone.
    private static Tensor? OneMore(Tensor? mask) => mask is null ? null : cat([mask, zeros([.. mask.shape[..^1], 1], mask.dtype)], -1);

    private static Tensor Masked(Tensor scores, Tensor? mask)
        => mask is null ? scores : mask.dtype == ScalarType.Bool ? scores.masked_fill(mask, double.NegativeInfinity) : scores + mask;
}
