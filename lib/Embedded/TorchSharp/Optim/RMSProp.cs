using TorchSharp.Kernels.Optim;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>RMSProp (T. Tieleman and G. Hinton, 2012, lecture 6.5 of "Neural networks for machine learning"); centered: A. Graves, 2013, "Generating sequences with recurrent neural networks".</summary>
public class RMSProp : OptimizerHelper, IMomentum
{
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = Given(parameters) }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
    {
        NotNegative(lr, "learning rate");
        NotNegative(alpha, "alpha");
        NotNegative(eps, "eps value");
        NotNegative(weight_decay, "weight_decay value");
        NotNegative(momentum, "momentum value");

        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
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
        var alpha = group.alpha!.Value;
        var eps = group.eps!.Value;
        var weight_decay = group.weight_decay!.Value;
        var momentum = group.momentum!.Value;
        var centered = group.centered!.Value;
        var maximize = group.maximize!.Value;
        own.step++;
        var buffer = momentum > 0 ? own.momentum_buffer ??= own.Fresh() : null;
        var average = centered ? own.grad_avg ??= own.Fresh() : null;
        Run(parameter, own.square_avg, buffer, average,
            new RmsPropStep<float>(-lr, alpha, 1 - alpha, momentum, eps, weight_decay, maximize, weight_decay != 0, momentum > 0, centered),
            new RmsPropStep<double>(-lr, alpha, 1 - alpha, momentum, eps, weight_decay, maximize, weight_decay != 0, momentum > 0, centered));
    }

    /// <summary>The momentum of groups that name none.</summary>
    public double Momentum
    {
        get => ((Options)_defaults!).momentum!.Value;
        set => ((Options)_defaults!).momentum = value;
    }

    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor? momentum_buffer;
        public Tensor? grad_avg;

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            square_avg = Fresh();
            momentum_buffer = Fresh();
            grad_avg = Fresh();
        }

        public void Dispose() => DisposeFields();

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref step);
            visitor.Field(ref square_avg);
            visitor.Field(ref momentum_buffer, optional: true);
            visitor.Field(ref grad_avg, optional: true);
        }
    }

    /// <summary>The options of a group; those left null are the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? momentum;
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public bool? centered;

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref maximize);
            visitor.Field(ref momentum);
            visitor.Field(ref alpha);
            visitor.Field(ref eps);
            visitor.Field(ref weight_decay);
            visitor.Field(ref centered);
        }
    }

    /// <summary>Parameters that share options.</summary>
    public class ParamGroup : ParamGroup<Options>, IMomentum
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0.0, bool centered = false)
            : base(parameters, new Options { LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered })
        {
        }

        public double Momentum
        {
            get => Options!.momentum!.Value;
            set => Options!.momentum = value;
        }
    }
}
