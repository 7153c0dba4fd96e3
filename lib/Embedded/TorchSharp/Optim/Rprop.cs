using TorchSharp.Kernels.Optim;

namespace TorchSharp.Modules;

/// <summary>Resilient backpropagation (M. Riedmiller and H. Braun, 1993, "A direct adaptive method for faster backpropagation learning"): steps by the signs of gradients alone.</summary>
public class Rprop : OptimizerHelper
{
    public Rprop(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    public Rprop(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
    {
        NotNegative(lr, "learning rate");

        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            etaminus = etaminus,
            etaplus = etaplus,
            min_step = min_step,
            max_step = max_step,
            maximize = maximize,
        };
        foreach (var group in parameters)
        {
            add_param_group(group);
        }
    }

    public override Tensor? step(Func<Tensor>? closure = null) => UpdateAll(closure);

    private protected override void Update(Parameter parameter, OptimizerState state, OptimizerOptions options)
    {
        var own = (State)state;
        var group = (Options)options;
        var etaminus = group.etaminus!.Value;
        var etaplus = group.etaplus!.Value;
        var min_step = group.min_step!.Value;
        var max_step = group.max_step!.Value;
        var maximize = group.maximize!.Value;
        own.step++;
        Run(parameter, own.prev, own.step_size, null,
            new RpropStep<float>(etaminus, etaplus, min_step, max_step, maximize),
            new RpropStep<double>(etaminus, etaplus, min_step, max_step, maximize));
    }

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var options = (Options)(param_group.Options ??= new Options());
        options.Complete((Options)_defaults!);
        Register(param_group, parameter => new State(parameter));
    }

    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor prev = null!;
        public Tensor step_size = null!;

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            prev = Fresh();
            step_size = Fresh(options.LearningRate ?? 0);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            prev.Save(writer);
            step_size.Save(writer);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            prev.Load(reader);
            step_size.Load(reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            prev = Replaced(prev, other.prev);
            step_size = Replaced(step_size, other.step_size);
        }

        public override bool ApproximatelyEquals(OptimizerState other)
            => other is State own && step == own.step && Close(prev, own.prev) && Close(step_size, own.step_size);

        public void Dispose()
        {
            prev?.Dispose();
            step_size?.Dispose();
        }
    }

    /// <summary>The options of a group; those left null are the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? etaminus;
        public double? etaplus;
        public double? min_step;
        public double? max_step;

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(maximize!.Value);
            writer.Write(etaminus!.Value);
            writer.Write(etaplus!.Value);
            writer.Write(min_step!.Value);
            writer.Write(max_step!.Value);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            maximize = reader.ReadBoolean();
            etaminus = reader.ReadDouble();
            etaplus = reader.ReadDouble();
            min_step = reader.ReadDouble();
            max_step = reader.ReadDouble();
        }

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            maximize = other.maximize;
            etaminus = other.etaminus;
            etaplus = other.etaplus;
            min_step = other.min_step;
            max_step = other.max_step;
        }

        internal void Complete(Options defaults)
        {
            TakeRate(defaults);
            maximize ??= defaults.maximize;
            etaminus ??= defaults.etaminus;
            etaplus ??= defaults.etaplus;
            min_step ??= defaults.min_step;
            max_step ??= defaults.max_step;
        }
    }

    /// <summary>Parameters that share options.</summary>
    public class ParamGroup : ParamGroup<Options>
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize })
        {
        }
    }
}
