using TorchSharp.Kernels.Optim;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Adamax (D. Kingma and J. Ba, 2015, "Adam: a method for stochastic optimization", section 7.1).</summary>
public class Adamax : OptimizerHelper, IBetas
{
    public Adamax(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public Adamax(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
    {
        NotNegative(lr, "learning rate");
        Fraction(beta1, "beta1 value");
        Fraction(beta2, "beta2 value");
        NotNegative(eps, "eps value");
        NotNegative(weight_decay, "weight_decay value");

        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
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
        var beta1 = group.beta1!.Value;
        var beta2 = group.beta2!.Value;
        var eps = group.eps!.Value;
        var weight_decay = group.weight_decay!.Value;
        own.step++;
        var step = -lr / (1 - Math.Pow(beta1, own.step));
        Run(parameter, own.exp_avg, own.exp_inf, null,
            new AdamaxStep<float>(step, beta1, 1 - beta1, beta2, eps, weight_decay, weight_decay != 0),
            new AdamaxStep<double>(step, beta1, 1 - beta1, beta2, eps, weight_decay, weight_decay != 0));
    }

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var options = (Options)(param_group.Options ??= new Options());
        options.Complete((Options)_defaults!);
        Register(param_group, parameter => new State(parameter));
    }

    /// <summary>The decay rates of groups that name none.</summary>
    public (double, double) Betas
    {
        get => (((Options)_defaults!).beta1!.Value, ((Options)_defaults!).beta2!.Value);
        set => (((Options)_defaults!).beta1, ((Options)_defaults!).beta2) = value;
    }

    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_inf = null!;

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            exp_avg = Fresh();
            exp_inf = Fresh();
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            exp_avg.Save(writer);
            exp_inf.Save(writer);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            exp_avg.Load(reader);
            exp_inf.Load(reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            exp_avg = Replaced(exp_avg, other.exp_avg);
            exp_inf = Replaced(exp_inf, other.exp_inf);
        }

        public override bool ApproximatelyEquals(OptimizerState other)
            => other is State own && step == own.step && Close(exp_avg, own.exp_avg) && Close(exp_inf, own.exp_inf);

        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_inf?.Dispose();
        }
    }

    /// <summary>The options of a group; those left null are the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1!.Value);
            writer.Write(beta2!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
        }

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            beta1 = other.beta1;
            beta2 = other.beta2;
            eps = other.eps;
            weight_decay = other.weight_decay;
        }

        internal void Complete(Options defaults)
        {
            TakeRate(defaults);
            beta1 ??= defaults.beta1;
            beta2 ??= defaults.beta2;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
        }
    }

    /// <summary>Parameters that share options.</summary>
    public class ParamGroup : ParamGroup<Options>, IBetas
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay })
        {
        }

        public (double, double) Betas
        {
            get => (Options!.beta1!.Value, Options!.beta2!.Value);
            set => (Options!.beta1, Options!.beta2) = value;
        }
    }
}
