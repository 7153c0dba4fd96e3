namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>
                /// Sequences of different lengths without padding: first the elements of step 0 of all sequences, from the longest
                /// to the shortest, then those of step 1 of all that are long enough, and so on.
                /// </summary>
                public sealed class PackedSequence : IDisposable
                {
                    /// <summary>The elements, <c>[sum of the lengths, ...]</c>.</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences have each step: int64, one number for each step of the longest.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>Which sequence lies at each place; null where they came sorted.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>At which place each sequence lies; null where they came sorted.</summary>
                    public readonly Tensor? unsorted_indices;

                    // Takes over the tensors, which live as long as this.
                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices)
                    {
                        this.data = data.DetachFromDisposeScope();
                        this.batch_sizes = batch_sizes.DetachFromDisposeScope();
                        this.sorted_indices = sorted_indices?.DetachFromDisposeScope();
                        this.unsorted_indices = unsorted_indices?.DetachFromDisposeScope();
                        DisposeScopeManager.ThreadSingleton.Innermost?.Take(this);
                    }

                    private DisposeScope? Owner => DisposeScopeManager.ThreadSingleton.OwnerOf(this);

                    /// <summary>How many sequences have each step.</summary>
                    internal long[] Steps => batch_sizes.data<long>().ToArray();

                    /// <summary>The same arrangement of other elements.</summary>
                    internal PackedSequence With(Tensor elements) => new(elements, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias());

                    /// <summary>Releases the tensors.</summary>
                    public void Dispose()
                    {
                        Owner?.MarkAsDisposed(this);
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                    }

                    /// <summary>Hands the sequences to the scope around that which owns them.</summary>
                    public PackedSequence MoveToOuterDisposeScope()
                    {
                        Owner?.MoveToOuter(this);
                        return this;
                    }

                    /// <summary>The sequences outlive every scope.</summary>
                    public PackedSequence DetachFromDisposeScope()
                    {
                        Owner?.Detach(this);
                        return this;
                    }

                    /// <summary>Hands the sequences to the scope that owns others.</summary>
                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other) => MoveToOtherDisposeScope(Given(other).Owner);

                    /// <summary>Hands the sequences to another scope, or with null to none.</summary>
                    public PackedSequence MoveToOtherDisposeScope(DisposeScope? other)
                    {
                        if (Owner is { } owner)
                        {
                            owner.MoveToOther(other, this);
                        }
                        else
                        {
                            other?.Attach(this);
                        }

                        return this;
                    }
                }
            }
        }
    }
}
