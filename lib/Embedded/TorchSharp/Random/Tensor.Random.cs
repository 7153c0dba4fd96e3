namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Fills with numbers uniform on [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null)
            => Drawn(() => RandomFill.Uniform(this, from, to, generator));

        /// <summary>Fills with normal numbers.</summary>
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null)
            => Drawn(() => RandomFill.Normal(this, mean, std, generator));

        /// <summary>Fills with the exponentials of normal numbers.</summary>
        public Tensor log_normal_(double mean = 0.0, double std = 1.0, Generator? generator = null)
            => Drawn(() => RandomFill.Each(this, () => Math.Exp(RandomFill.Engine(generator).NextNormal(mean, std))));

        /// <summary>Fills with numbers of density lambda exp(-lambda x).</summary>
        public Tensor exponential_(double lambda = 1.0, Generator? generator = null)
            => Drawn(() => RandomFill.Exponential(this, lambda, generator));

        /// <summary>Fills with numbers of a Cauchy distribution.</summary>
        public Tensor cauchy_(double median = 0.0, double sigma = 1.0, Generator? generator = null)
            => Drawn(() => RandomFill.Each(this, () => median + sigma * Math.Tan(Math.PI * (RandomFill.Engine(generator).NextUniform() - 0.5))));

        /// <summary>Fills with the number of coin flips up to the first hit of probability p.</summary>
        public Tensor geometric_(double p, Generator? generator = null)
        {
            if (p is not (> 0 and < 1))
            {
                throw new ExternalException($"geometric_ expects p to be in (0, 1), but got p={p}");
            }

            return Drawn(() => RandomFill.Each(this, () => Math.Ceiling(Math.Log(RandomFill.Engine(generator).NextUniform()) / Math.Log(1 - p))));
        }

        /// <summary>Fills with integers uniform on [from, to).</summary>
        public Tensor random_(double from, double to, Generator? generator = null)
            => Drawn(() => RandomFill.Integers(this, (long)from, (long)to, generator));

        /// <summary>Fills with 1 of probability p and 0.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            CheckProbability(p);
            return Drawn(() => RandomFill.Bernoulli(this, p, false, generator));
        }

        /// <summary>Fills with 1 and 0, each element with a probability of its own.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null)
            => Drawn(() =>
            {
                using var probabilities = Given(p).expand(shape);
                Flip(this, probabilities, generator);
            });

        /// <summary>1 and 0, with this tensor's elements as probabilities of 1.</summary>
        public Tensor bernoulli(Generator? generator = null)
        {
            var result = Allocate(Impl.Shape, dtype);
            Flip(result, this, generator);
            return result;
        }

        /// <summary>Numbers of a Poisson distribution, with this tensor's elements as rates.</summary>
        /// <exception cref="ExternalException">A rate is negative or not finite, or the elements are not floating.</exception>
        public Tensor poisson(Generator? generator = null)
        {
            if (!Dtypes.IsFloating(dtype)) throw Dtypes.NotImplementedFor("poisson_cpu", dtype);
            using var rates = detach().to(ScalarType.Float64);
            var rate = rates.data<double>().ToArray();
            foreach (var r in rate)
            {
                if (!(r >= 0 && double.IsFinite(r))) throw new ExternalException($"poisson: invalid Poisson rate, expected a rate that is finite and not negative, but got {r}");
            }

            var result = Allocate(Impl.Shape, dtype);
            var engine = RandomFill.Engine(generator);
            var at = 0;
            RandomFill.Each(result, () => engine.NextPoisson(rate[at++]));
            return result;
        }

        /// <summary>How many of this tensor's elements, as numbers of throws, hit with the probabilities of a tensor of the same shape and type.</summary>
        /// <exception cref="ExternalException">A number is not finite, the elements are not floating, or the tensors do not fit each other.</exception>
        public Tensor binomial(Tensor prob, Generator? generator = null)
        {
            if (!Dtypes.IsFloating(dtype)) throw Dtypes.NotImplementedFor("binomial_cpu", dtype);
            if (Given(prob).dtype != dtype) throw new ExternalException($"binomial: Found dtype {Dtypes.CppName(prob.dtype)} but expected {Dtypes.CppName(dtype)}, the type of count");
            using var throws = detach().to(ScalarType.Float64);
            using var shares = prob.detach().expand(shape).to(ScalarType.Float64);
            var (count, p) = (throws.data<double>().ToArray(), shares.data<double>().ToArray());
            if (!count.All(double.IsFinite) || !p.All(double.IsFinite)) throw new ExternalException("binomial: counts and probabilities have to be finite numbers");
            var result = Allocate(Impl.Shape, dtype);
            var engine = RandomFill.Engine(generator);
            var at = 0;
            RandomFill.Each(result, () => engine.NextBinomial(count[at], p[at++]));
            return result;
        }

        // A probability in double precision takes twice the random bits of any other.
        private static void Flip(Tensor target, Tensor probabilities, Generator? generator)
        {
            using var converted = probabilities.detach().to(ScalarType.Float64);
            var p = converted.data<double>().ToArray();
            foreach (var probability in p)
            {
                CheckProbability(probability);
            }

            var engine = RandomFill.Engine(generator);
            var precise = probabilities.dtype == ScalarType.Float64;
            var at = 0;
            RandomFill.Each(target, () =>
            {
                var probability = p[at++];
                return (precise ? engine.NextBernoulli(probability) : engine.NextBernoulli((float)probability)) ? 1.0 : 0.0;
            });
        }

        /// <summary>
        /// Draws categories in proportion to the weights of each row: <c>[rows, categories]</c> or <c>[categories]</c> to
        /// <c>[rows, num_samples]</c> or <c>[num_samples]</c> (int64).
        /// </summary>
        public unsafe Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null)
        {
            var categories = ndim is 1 or 2 ? shape[^1] : throw new ExternalException("prob_dist must be 1 or 2 dim");
            if (num_samples <= 0)
            {
                throw new ExternalException("multinomial: cannot sample n_sample <= 0 samples");
            }

            if (!replacement && num_samples > categories)
            {
                throw new ExternalException($"multinomial: cannot sample n_sample > prob_dist.size(-1) samples without replacement; the probabilities have shape {Shapes.Text(Impl.Shape)}");
            }

            using var converted = detach().to(ScalarType.Float32);
            var weights = converted.data<float>().ToArray();
            if (weights.Any(w => !(w >= 0) || float.IsInfinity(w)))
            {
                throw new ExternalException("multinomial: probability tensor contains either `inf`, `nan` or element < 0");
            }

            var rows = ndim == 2 ? shape[0] : 1;
            var result = Allocate(ndim == 2 ? [rows, num_samples] : [num_samples], ScalarType.Int64);
            var samples = new Span<long>(result.Pointer<long>(), checked((int)(rows * num_samples)));
            for (var row = 0; row < rows; row++)
            {
                var own = weights.AsSpan(checked((int)(row * categories)), (int)categories);
                if (own.IndexOfAnyExcept(0f) < 0)
                {
                    throw new ExternalException("invalid multinomial distribution (sum of probabilities <= 0)");
                }

                RandomFill.Engine(generator).Multinomial(own, samples.Slice(row * (int)num_samples, (int)num_samples), replacement);
            }

            return result;
        }

        /// <summary>Uniform numbers on [0, 1) in this tensor's shape.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => rand(shape, dtype ?? this.dtype, device, requires_grad);

        /// <summary>Standard normal numbers in this tensor's shape.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => randn(shape, dtype ?? this.dtype, device, requires_grad);

        /// <summary>Integers uniform on [low, high) in this tensor's shape.</summary>
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => randint(low, high, shape, dtype ?? this.dtype, device, requires_grad);

        private Tensor Drawn(Action draw)
        {
            Inplace.Check(this);
            var node = GradMode.Needs(this) ? new ZeroBackward("RandomFillBackward0", this) : null;
            if (!is_meta) draw();
            return Inplace.Record(this, node);
        }

        private static void CheckProbability(double p)
        {
            if (p is not (>= 0 and <= 1))
            {
                throw new ExternalException($"bernoulli expects p to be in [0, 1], but got p={p}");
            }
        }
    }
}
