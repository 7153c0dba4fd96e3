namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>
            /// An orthogonal matrix times gain (A. Saxe, J. McClelland and S. Ganguli, 2013, "Exact solutions to the nonlinear
            /// dynamics of learning in deep linear neural networks"); dimensions after the first count as one.
            /// </summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                if (Given(tensor).ndim < 2)
                {
                    throw new ExternalException($"{nameof(orthogonal_)} needs a tensor of 2 or more dimensions, but got {tensor.ndim}: shape {Core.Shapes.Text(tensor.shape)}.");
                }

                if (tensor.NumberOfElements == 0)
                {
                    return tensor;
                }

                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var rows = tensor.size(0);
                var columns = tensor.NumberOfElements / rows;
                var drawn = empty([rows, columns], tensor.dtype, tensor.device).normal_().to(ScalarType.Float64);
                var tall = rows < columns ? drawn.t().contiguous() : drawn;
                Orthonormalize(tall.data<double>().ToArray(), (int)tall.size(0), (int)tall.size(1), out var q);
                var result = torch.tensor(q, [tall.size(0), tall.size(1)], ScalarType.Float64);
                tensor.copy_((rows < columns ? result.t() : result).reshape(tensor.shape));
                return tensor.mul_(gain);
            }

            /// <summary>Normal numbers of which a share of each column is 0: <c>[rows, columns]</c>.</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                CheckRank(Given(tensor), nameof(sparse_), 2, 2);
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var rows = tensor.size(0);
                var zeros = (long)Math.Ceiling(sparsity * rows);
                tensor.normal_(0, std);
                for (long column = 0; column < tensor.size(1); column++)
                {
                    var chosen = randperm(rows).slice(0, 0, zeros, 1);
                    tensor.select(1, column).index_fill_(0, chosen, 0);
                }

                return tensor;
            }

            // The Q of a QR decomposition whose R has a positive diagonal, which is unique: Gram-Schmidt, each column twice.
            private static void Orthonormalize(double[] a, int rows, int columns, out double[] q)
            {
                q = a;
                for (var j = 0; j < columns; j++)
                {
                    for (var pass = 0; pass < 2; pass++)
                    {
                        for (var k = 0; k < j; k++)
                        {
                            var along = 0.0;
                            for (var i = 0; i < rows; i++)
                            {
                                along += a[i * columns + k] * a[i * columns + j];
                            }

                            for (var i = 0; i < rows; i++)
                            {
                                a[i * columns + j] -= along * a[i * columns + k];
                            }
                        }
                    }

                    var norm = 0.0;
                    for (var i = 0; i < rows; i++)
                    {
                        norm += a[i * columns + j] * a[i * columns + j];
                    }

                    norm = Math.Sqrt(norm);
                    for (var i = 0; i < rows; i++)
                    {
                        a[i * columns + j] /= norm;
                    }
                }
            }
        }
    }
}
