using TorchSharp.Kernels.Optim;

namespace TorchSharp.Modules;

/// <summary>Averaged stochastic gradient descent (B. Polyak and A. Juditsky, 1992, "Acceleration of stochastic approximation by averaging"). The average is in the state, <c>ax</c>.</summary>
public class ASGD : OptimizerHelper
{
    public ASGD(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = Given(parameters) }], lr, lambd, alpha, t0, weight_decay, maximize)
    {
    }

    public ASGD(IEnumerable<ParamGroup<Options>> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
    {
        NotNegative(lr, "learning rate");
        NotNegative(weight_decay, "weight_decay value");

        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            lambd = lambd,
            alpha = alpha,
            t0 = t0,
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
        var lambd = group.lambd!.Value;
        var alpha = group.alpha!.Value;
        var t0 = group.t0!.Value;
        var weight_decay = group.weight_decay!.Value;
        var maximize = group.maximize!.Value;
        own.step++;
        var isCopy = own.mu == 1;
        var shrink = 1 - lambd * own.eta;
        Run(parameter, own.ax, null, null,
            new AsgdStep<float>(-own.eta, shrink, own.mu, weight_decay, maximize, weight_decay != 0, isCopy),
            new AsgdStep<double>(-own.eta, shrink, own.mu, weight_decay, maximize, weight_decay != 0, isCopy));
        own.eta = lr / Math.Pow(1 + lambd * lr * own.step, alpha);
        own.mu = 1 / Math.Max(1, own.step - t0);
    }

    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public double eta;
        public double mu;
        public Tensor ax = null!;

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            eta = Given(options).LearningRate ?? 0;
            mu = 1;
            ax = Fresh();
        }

        public void Dispose() => DisposeFields();

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref step);
            visitor.Field(ref eta);
            visitor.Field(ref mu);
            visitor.Field(ref ax);
        }
    }

    /// <summary>The options of a group; those left null are the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? lambd;
        public double? alpha;
        public double? weight_decay;
        public double? t0;

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref maximize);
            visitor.Field(ref lambd);
            visitor.Field(ref alpha);
            visitor.Field(ref weight_decay);
            visitor.Field(ref t0);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0)
            : base(parameters, new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay })
        {
        }
    }
}
