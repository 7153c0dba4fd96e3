namespace TorchSharp;

public static partial class torch
{
    /// <summary>A random number generator: a seed and a stream of its own.</summary>
    public class Generator : IDisposable
    {
        internal Generator(TorchGenerator engine) => Engine = engine;

        /// <summary>A new generator, started from a seed.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            Engine = new TorchGenerator(seed);
            this.device = device ?? CPU;
        }

        internal TorchGenerator Engine { get; }

        /// <summary>The device of the generator.</summary>
        public Device device { get; private set; } = CPU;

        /// <summary>The generator that functions use when none is given.</summary>
        public static Generator Default { get; } = new(TorchGenerator.Default);

        /// <summary>The state as a byte tensor of 5,056 elements, in PyTorch's layout.</summary>
        public Tensor get_state()
        {
            var bytes = new byte[TorchGenerator.StateBytes];
            Engine.SaveState(bytes);
            return tensor(bytes);
        }

        /// <summary>Restores a state that <see cref="get_state"/> or PyTorch gave.</summary>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Engine.RestoreState(value.data<byte>().ToArray());
        }

        /// <summary>Restarts the stream from a seed.</summary>
        public Generator manual_seed(long seed)
        {
            Engine.Seed((ulong)seed);
            return this;
        }

        /// <summary>Restarts the stream from the clock and returns the seed used.</summary>
        public long seed()
        {
            var seed = DateTime.UtcNow.Ticks;
            Engine.Seed((ulong)seed);
            return seed;
        }

        /// <summary>The seed that the stream was last started from.</summary>
        public long initial_seed() => (long)Engine.InitialSeed;

        /// <summary>Nothing to release.</summary>
        protected virtual void Dispose(bool disposing)
        {
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }
    }

    /// <summary>The default generator, by PyTorch's names.</summary>
    public static partial class random
    {
        /// <summary>Seeds the default generator from the clock and returns the seed.</summary>
        public static long seed() => Generator.Default.seed();

        /// <summary>The seed that the default generator was last started from.</summary>
        public static long initial_seed() => Generator.Default.initial_seed();

        /// <summary>Seeds the default generator and returns it.</summary>
        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

        /// <summary>The state of the default generator.</summary>
        public static Tensor get_rng_state() => Generator.Default.get_state();

        /// <summary>Restores the state of the default generator.</summary>
        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }

    /// <summary>Seeds the default generator from the clock and returns the seed.</summary>
    public static long seed() => random.seed();

    /// <summary>Seeds the default generator: the same seed gives PyTorch's own numbers. Returns the generator.</summary>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    /// <summary>The seed that the default generator was last started from.</summary>
    public static long initial_seed() => random.initial_seed();

    /// <summary>The state of the default generator, a byte tensor.</summary>
    public static Tensor get_rng_state() => random.get_rng_state();

    /// <summary>Restores the state of the default generator.</summary>
    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);
}
