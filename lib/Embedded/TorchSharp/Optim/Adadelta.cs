using TorchSharp.Kernels.Optim;

namespace TorchSharp.Modules;

/// <summary>Adadelta (M. Zeiler, 2012, "ADADELTA: an adaptive learning rate method").</summary>
public class Adadelta : OptimizerHelper
{
    public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = Given(parameters) }], lr, rho, eps, weight_decay, maximize)
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
        var rho = group.rho!.Value;
        var eps = group.eps!.Value;
        var weight_decay = group.weight_decay!.Value;
        var maximize = group.maximize!.Value;
        own.step++;
        Run(parameter, own.square_avg, own.acc_delta, null,
            new AdadeltaStep<float>(-lr, rho, 1 - rho, eps, weight_decay, maximize, weight_decay != 0),
            new AdadeltaStep<double>(-lr, rho, 1 - rho, eps, weight_decay, maximize, weight_decay != 0));
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

        public void Dispose() => DisposeFields();

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref step);
            visitor.Field(ref square_avg);
            visitor.Field(ref acc_delta);
        }
    }

    /// <summary>The options of a group; those left null are the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        public double? rho;
        public double? eps;
        public double? weight_decay;
        public bool? maximize;

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref rho);
            visitor.Field(ref eps);
            visitor.Field(ref weight_decay);
            visitor.Field(ref maximize);
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
