using TorchSharp.Kernels.Optim;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Rectified Adam (L. Liu and others, 2020, "On the variance of the adaptive learning rate and beyond"). The genuine package multiplies by the learning rate twice once it rectifies; this one does as PyTorch does.</summary>
public class RAdam : OptimizerHelper, IBetas
{
    public RAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : this([new ParamGroup { Parameters = Given(parameters) }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public RAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
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
        foreach (var group in Given(parameters))
        {
            add_param_group(group);
        }
    }

    public override Tensor? step(Func<Tensor>? closure = null) => UpdateAll(closure);

    public override void add_param_group(Modules.ParamGroup param_group) => Register<Options>(param_group, parameter => new State(parameter));

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
        var correction2 = 1 - Math.Pow(beta2, own.step);
        var step = -lr / (1 - Math.Pow(beta1, own.step));
        var longest = 2 / (1 - beta2) - 1;
        var length = longest - 2 * own.step * Math.Pow(beta2, own.step) / correction2;
        var isRectified = length > 5;
        var rectified = isRectified
            ? Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)) * Math.Sqrt(correction2)
            : 1;
        Run(parameter, own.exp_avg, own.exp_avg_sq, null,
            new RAdamStep<float>(step, beta1, 1 - beta1, beta2, 1 - beta2, rectified, eps, weight_decay, isRectified, weight_decay != 0),
            new RAdamStep<double>(step, beta1, 1 - beta1, beta2, 1 - beta2, rectified, eps, weight_decay, isRectified, weight_decay != 0));
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
        public Tensor exp_avg_sq = null!;

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            exp_avg = Fresh();
            exp_avg_sq = Fresh();
        }

        public void Dispose() => DisposeFields();

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref step);
            visitor.Field(ref exp_avg);
            visitor.Field(ref exp_avg_sq);
        }
    }

    /// <summary>The options of a group; those left null are the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref beta1);
            visitor.Field(ref beta2);
            visitor.Field(ref eps);
            visitor.Field(ref weight_decay);
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
