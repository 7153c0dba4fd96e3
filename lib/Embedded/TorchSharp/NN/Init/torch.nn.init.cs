namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Initial values of parameters. All change the tensor in place, outside the graph, and return it; the draws are
        /// PyTorch's from the same seed.
        /// </summary>
        public static partial class init
        {
            /// <summary>The function that follows a layer, which decides the recommended gain.</summary>
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            /// <summary>Which count of connections the variance is divided by.</summary>
            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            /// <summary>The recommended gain of a nonlinearity; <paramref name="param"/> is the slope of a leaky ReLU.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0)
                => nonlinearity switch
                {
                    NonlinearityType.Tanh => 5.0 / 3.0,
                    NonlinearityType.ReLU => Math.Sqrt(2),
                    NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + param * param)),
                    _ => 1,
                };

            /// <summary>The number of inputs and outputs that a weight connects: <c>[out, in, k...]</c>.</summary>
            /// <exception cref="ExternalException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                if (Given(tensor).ndim < 2)
                {
                    throw new ExternalException($"Fan in and fan out cannot be computed for tensor with fewer than 2 dimensions, but got shape {Core.Shapes.Text(tensor.shape)}");
                }

                long field = 1;
                for (var d = 2; d < tensor.ndim; d++)
                {
                    field *= tensor.size(d);
                }

                return (tensor.size(1) * field, tensor.size(0) * field);
            }

            /// <summary>Fills with one.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Fills with zero.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Fills with a constant.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var _ = no_grad();
                return Given(tensor).fill_(val);
            }

            /// <summary>Fills with uniform numbers on [low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var _ = no_grad();
                return Given(tensor).uniform_(low, high, generator);
            }

            /// <summary>Fills with normal numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using var _ = no_grad();
                return Given(tensor).normal_(mean, std, generator);
            }

            /// <summary>The identity matrix, or what there is of it.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                CheckRank(Given(tensor), nameof(eye_), 2, 2);
                using var _ = no_grad();
                tensor.zero_();
                using var diagonal = tensor.diagonal();
                diagonal.fill_(1);
                return tensor;
            }

            /// <summary>A convolution weight that hands on as many input channels as it can, unchanged: <c>[out, in, k...]</c>.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                CheckRank(Given(tensor), nameof(dirac_), 3, 5);
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                tensor.zero_();
                for (long channel = 0; channel < Math.Min(tensor.size(0), tensor.size(1)); channel++)
                {
                    var place = tensor.select(0, channel).select(0, channel);
                    while (place.ndim > 0)
                    {
                        place = place.select(0, place.size(0) / 2);
                    }

                    place.fill_(1);
                }

                return tensor;
            }

            /// <summary>Normal numbers cut to [a, b], by inverting the cumulative distribution.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                double Cdf(double x)
                {
                    using var at = full([], x / Math.Sqrt(2), ScalarType.Float64);
                    using var erf = at.erf();
                    return (1 + erf.item<double>()) / 2;
                }

                using var _ = no_grad();
                var low = Cdf((a - mean) / std);
                var high = Cdf((b - mean) / std);
                Given(tensor).uniform_(2 * low - 1, 2 * high - 1, generator);
                tensor.erfinv_();
                tensor.mul_(std * Math.Sqrt(2));
                tensor.add_(mean);
                return tensor.clamp_(a, b);
            }

            /// <summary>
            /// Glorot's uniform rule (X. Glorot and Y. Bengio, 2010, "Understanding the difficulty of training deep
            /// feedforward neural networks").
            /// </summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = Math.Sqrt(3) * GlorotStd(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Glorot's normal rule. (The genuine package draws uniform numbers here, a plain mistake.)</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => normal_(tensor, 0, GlorotStd(tensor, gain));

            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            /// <summary>
            /// He's uniform rule (K. He, X. Zhang, S. Ren and J. Sun, 2015, "Delving deep into rectifiers"); <paramref name="a"/>
            /// is the slope of the leaky ReLU that follows.
            /// </summary>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * HeStd(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>He's normal rule.</summary>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
                => normal_(tensor, 0, HeStd(tensor, a, mode, nonlinearity));

            private static double GlorotStd(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double HeStd(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static void CheckRank(Tensor tensor, string name, int least, int most)
            {
                if (tensor.ndim < least || tensor.ndim > most)
                {
                    var expected = least == most ? $"{least}" : $"{least} to {most}";
                    throw new ExternalException($"{name} needs a tensor of {expected} dimensions, but got {tensor.ndim}: shape {Core.Shapes.Text(tensor.shape)}.");
                }
            }
        }
    }
}
