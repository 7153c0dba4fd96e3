using TorchSharp.Kernels.Optim;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent with momentum (I. Sutskever and others, 2013, "On the importance of initialization and momentum in deep learning").</summary>
public class SGD : OptimizerHelper, IMomentum
{
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = Given(parameters) }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
    {
        NotNegative(lr, "learning rate");
        NotNegative(momentum, "momentum value");
        NotNegative(weight_decay, "weight_decay value");

        if (nesterov && (momentum <= 0 || dampening != 0))
        {
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        }

        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
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
        var momentum = group.momentum!.Value;
        var dampening = group.dampening!.Value;
        var nesterov = group.nesterov!.Value;
        var maximize = group.maximize!.Value;

        // Climbing is descending along -g; the decay draws to 0 either way.
        var weight_decay = maximize ? -group.weight_decay!.Value : group.weight_decay!.Value;
        var isFirst = momentum != 0 && own.momentum_buffer is null;
        if (isFirst)
        {
            own.momentum_buffer = own.Fresh();
        }

        var step = maximize ? lr : -lr;
        Run(parameter, momentum != 0 ? own.momentum_buffer : null, null, null,
            new SgdStep<float>(step, weight_decay, momentum, 1 - dampening, weight_decay != 0, momentum != 0, isFirst, nesterov),
            new SgdStep<double>(step, weight_decay, momentum, 1 - dampening, weight_decay != 0, momentum != 0, isFirst, nesterov));
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
        public Tensor? momentum_buffer;

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            momentum_buffer = null;
        }

        public void Dispose() => DisposeFields();

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref momentum_buffer, optional: true);
        }
    }

    /// <summary>The options of a group; those left null are the optimizer's.</summary>
    public class Options : OptimizerOptions
    {
        public double? momentum;
        public double? dampening;
        public double? weight_decay;
        public bool? nesterov;
        public bool? maximize;

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref momentum);
            visitor.Field(ref dampening);
            visitor.Field(ref weight_decay);
            visitor.Field(ref nesterov);
            visitor.Field(ref maximize);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
        {
        }

        public double Momentum
        {
            get => Options!.momentum!.Value;
            set => Options!.momentum = value;
        }
    }
}
