using TorchSharp.Kernels.Optim;

namespace TorchSharp.Modules;

/// <summary>Adagrad (J. Duchi, E. Hazan and Y. Singer, 2011, "Adaptive subgradient methods for online learning and stochastic optimization").</summary>
public class Adagrad : OptimizerHelper
{
    public Adagrad(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : this([new ParamGroup { Parameters = Given(parameters) }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
    {
        NotNegative(lr, "learning rate");
        NotNegative(lr_decay, "lr_decay value");
        NotNegative(weight_decay, "weight_decay value");
        NotNegative(initial_accumulator_value, "initial_accumulator_value");
        NotNegative(eps, "eps value");

        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            lr_decay = lr_decay,
            weight_decay = weight_decay,
            initial_accumulator_value = initial_accumulator_value,
            eps = eps,
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
        var lr_decay = group.lr_decay!.Value;
        var weight_decay = group.weight_decay!.Value;
        var eps = group.eps!.Value;
        own.step++;
        var step = -lr / (1 + (own.step - 1) * lr_decay);
        Run(parameter, own.sum, null, null,
            new AdagradStep<float>(step, eps, weight_decay, weight_decay != 0),
            new AdagradStep<double>(step, eps, weight_decay, weight_decay != 0));
    }

    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor sum = null!;

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            sum = Fresh((Given(options) as Options)!.initial_accumulator_value ?? 0);
        }

        public void Dispose() => DisposeFields();

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref step);
            visitor.Field(ref sum);
        }
    }

    /// <summary>The options of a group; those left null are the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        public double? lr_decay;
        public double? initial_accumulator_value;
        public double? eps;
        public double? weight_decay;

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref lr_decay);
            visitor.Field(ref initial_accumulator_value);
            visitor.Field(ref eps);
            visitor.Field(ref weight_decay);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
            : base(parameters, new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps })
        {
        }
    }
}
