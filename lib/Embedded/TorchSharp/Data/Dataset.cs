namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>Data sets and loaders.</summary>
        public static partial class data
        {
            /// <summary>A set of elements, read by number.</summary>
            public abstract class Dataset<T> : IDisposable
            {
                /// <summary>How many elements there are.</summary>
                public abstract long Count { get; }

                /// <summary>The element of a number. A loader may call this from several threads.</summary>
                public abstract T GetTensor(long index);

                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                protected virtual void Dispose(bool disposing)
                {
                }
            }

            /// <summary>A set whose elements are tensors by name.</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>
            {
            }

            /// <summary>A set whose elements are lists of tensors.</summary>
            public abstract class IterableDataset : Dataset<IList<Tensor>>
            {
            }
        }
    }
}
