using TorchSharp.Kernels.Optim;

namespace TorchSharp.Modules;

/// <summary>Adadelta (M. Zeiler, 2012, "ADADELTA: an adaptive learning rate method").</summary>
public class Adadelta : OptimizerHelper
{
    public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
    {
    }

    public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
    {
        NotNegative(lr, "learning rate");

        if (rho is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"Invalid rho value: {rho}");
        }

        NotNegative(eps, "eps value");
        NotNegative(weight_decay, "weight_decay value");

        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            rho = rho,
            eps = eps,
            weight_decay = weight_decay,
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
        var lr = group.LearningRate!.Value;
        var rho = group.rho!.Value;
        var eps = group.eps!.Value;
        var weight_decay = group.weight_decay!.Value;
        var maximize = group.maximize!.Value;
        own.step++;
        Run(parameter, own.square_avg, own.acc_delta, null,
            new AdadeltaStep<float>(-lr, rho, 1 - rho, eps, weight_decay, maximize, weight_decay != 0),
            new AdadeltaStep<double>(-lr, rho, 1 - rho, eps, weight_decay, maximize, weight_decay != 0));
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
        public Tensor square_avg = null!;
        public Tensor acc_delta = null!;

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            square_avg = Fresh();
            acc_delta = Fresh();
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            square_avg.Save(writer);
            acc_delta.Save(writer);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            square_avg.Load(reader);
            acc_delta.Load(reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            square_avg = Replaced(square_avg, other.square_avg);
            acc_delta = Replaced(acc_delta, other.acc_delta);
        }

        public override bool ApproximatelyEquals(OptimizerState other)
            => other is State own && step == own.step && Close(square_avg, own.square_avg) && Close(acc_delta, own.acc_delta);

        public void Dispose()
        {
            square_avg?.Dispose();
            acc_delta?.Dispose();
        }
    }

    /// <summary>The options of a group; those left null are the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        public double? rho;
        public double? eps;
        public double? weight_decay;
        public bool? maximize;

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(rho!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(maximize!.Value);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            rho = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            maximize = reader.ReadBoolean();
        }

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            rho = other.rho;
            eps = other.eps;
            weight_decay = other.weight_decay;
            maximize = other.maximize;
        }

        internal void Complete(Options defaults)
        {
            TakeRate(defaults);
            rho ??= defaults.rho;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            maximize ??= defaults.maximize;
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
        {
        }
    }
}
