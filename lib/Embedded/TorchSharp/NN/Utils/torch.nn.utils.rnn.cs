namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths as one tensor, padded or packed.</summary>
            public static partial class rnn
            {
                /// <summary>Sequences <c>[L, ...]</c> as one tensor <c>[longest, N, ...]</c>, or <c>[N, longest, ...]</c> with batch_first, filled up with padding_value.</summary>
                /// <exception cref="ExternalException">There is no sequence, or their element types or shapes behind the first dimension differ.</exception>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0)
                {
                    var all = Given(sequences).ToArray();
                    if (all.Length == 0)
                    {
                        throw new ExternalException("pad_sequence: received an empty list of sequences.");
                    }

                    foreach (var sequence in all)
                    {
                        if (Given(sequence).ndim == 0 || sequence.dtype != all[0].dtype || !sequence.shape.AsSpan(1).SequenceEqual(all[0].shape.AsSpan(1)))
                        {
                            throw new ExternalException($"pad_sequence: expected sequences of one element type and shape behind the first dimension, but got {all[0].dtype} {Core.Shapes.Text(all[0].shape)} and {sequence.dtype} {Core.Shapes.Text(sequence.shape)}.");
                        }
                    }

                    using var scope = NewDisposeScope();
                    var longest = all.Max(sequence => sequence.size(0));
                    return stack(all.Select(Filled).ToArray(), batch_first ? 0 : 1).MoveToOuterDisposeScope();

                    Tensor Filled(Tensor sequence) => sequence.size(0) == longest
                        ? sequence
                        : cat([sequence, full([longest - sequence.size(0), .. sequence.shape[1..]], padding_value, sequence.dtype)], 0);
                }

                /// <summary>Packs sequences <c>[L, ...]</c> of one element type.</summary>
                /// <exception cref="ExternalException">They are not sorted by their lengths, longest first, although enforce_sorted says so; or one is empty.</exception>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var all = Given(sequences).ToArray();
                    using var padded = pad_sequence(all);
                    using var lengths = tensor(all.Select(sequence => sequence.size(0)).ToArray());
                    return pack_padded_sequence(padded, lengths, false, enforce_sorted);
                }

                /// <summary>Packs padded sequences <c>[L, N, ...]</c>, or <c>[N, L, ...]</c> with batch_first, whose lengths are given, <c>[N]</c>.</summary>
                /// <exception cref="ExternalException">A length is below 1 or above L, their number is not N, or they are not sorted, longest first, although enforce_sorted says so.</exception>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    if (Given(input).ndim < 2 || input.numel() == 0)
                    {
                        throw new ExternalException($"pack_padded_sequence: cannot pack empty tensors or those of less than two dimensions, but got {Core.Shapes.Text(input.shape)}.");
                    }

                    if (Given(lengths).ndim != 1 || lengths.size(0) != input.size(batch_first ? 0 : 1) || !lengths.is_integral())
                    {
                        throw new ExternalException($"pack_padded_sequence: expected {input.size(batch_first ? 0 : 1)} lengths, integers, for an input of shape {Core.Shapes.Text(input.shape)}, but got {lengths.dtype} {Core.Shapes.Text(lengths.shape)}.");
                    }

                    using var scope = NewDisposeScope();
                    var (steps, batch) = (input.size(batch_first ? 1 : 0), lengths.size(0));
                    var all = lengths.to_type(ScalarType.Int64).data<long>().ToArray();
                    if (all.FirstOrDefault(length => length < 1 || length > steps, 1) is var wrong && (wrong < 1 || wrong > steps))
                    {
                        throw new ExternalException($"pack_padded_sequence: lengths must lie between 1 and {steps} for an input of shape {Core.Shapes.Text(input.shape)}, but one is {wrong}.");
                    }

                    long[] order = [.. Enumerable.Range(0, all.Length).OrderByDescending(i => all[i]).Select(i => (long)i)];
                    if (enforce_sorted && order.Select((sequence, place) => all[sequence] != all[place]).Any(moved => moved))
                    {
                        throw new ExternalException($"pack_padded_sequence: lengths must be sorted in decreasing order when enforce_sorted is true, but they are {Core.Shapes.Text(all)}; pass enforce_sorted: false for sequences in any order.");
                    }

                    var sizes = new long[all.Max()];
                    foreach (var length in all)
                    {
                        for (long step = 0; step < length; step++)
                        {
                            sizes[step]++;
                        }
                    }

                    // Element n of step t of a batch that lies step by step is row t * N + n.
                    long[] rows = [.. Enumerable.Range(0, sizes.Length).SelectMany(step => Enumerable.Range(0, (int)sizes[step]).Select(place => step * batch + (enforce_sorted ? place : order[place])))];
                    var byStep = batch_first ? input.transpose(0, 1) : input;
                    var data = byStep.reshape([steps * batch, .. byStep.shape[2..]]).index_select(0, tensor(rows));
                    return (enforce_sorted
                        ? new PackedSequence(data, tensor(sizes), null, null)
                        : new PackedSequence(data, tensor(sizes), tensor(order), tensor(Inverse(order)))).MoveToOuterDisposeScope();
                }

                /// <summary>
                /// Sequences as a padded tensor <c>[L, N, ...]</c>, or <c>[N, L, ...]</c> with batch_first, in the order in which they
                /// were packed, and their lengths, <c>[N]</c>. L is total_length or that of the longest.
                /// </summary>
                /// <exception cref="ExternalException">total_length is below the length of the longest.</exception>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    var sizes = Given(sequence).Steps;
                    var (batch, longest) = (sizes[0], total_length ?? sizes.Length);
                    if (longest < sizes.Length)
                    {
                        throw new ExternalException($"pad_packed_sequence: expected total_length to be at least {sizes.Length}, the length of the longest sequence, but got {total_length}.");
                    }

                    using var scope = NewDisposeScope();
                    long[] places = sequence.unsorted_indices?.data<long>().ToArray() ?? [.. Enumerable.Range(0, (int)batch).Select(n => (long)n)];
                    var order = Inverse(places);
                    long[] rows = [.. Enumerable.Range(0, sizes.Length).SelectMany(step => Enumerable.Range(0, (int)sizes[step]).Select(place => step * batch + order[place]))];
                    long[] shape = sequence.data.shape[1..];
                    var padded = full([longest * batch, .. shape], padding_value, sequence.data.dtype).index_copy(0, tensor(rows), sequence.data).view([longest, batch, .. shape]);
                    var lengths = tensor(places.Select(place => sizes.LongCount(size => size > place)).ToArray());
                    return scope.MoveToOuter(batch_first ? padded.transpose(0, 1) : padded, lengths);
                }

                private static long[] Inverse(long[] order)
                {
                    var places = new long[order.Length];
                    for (var place = 0; place < order.Length; place++)
                    {
                        places[order[place]] = place;
                    }

                    return places;
                }
            }
        }
    }
}
