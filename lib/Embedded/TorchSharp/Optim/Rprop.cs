using TorchSharp.Kernels.Optim;

namespace TorchSharp.Modules;

/// <summary>Resilient backpropagation (M. Riedmiller and H. Braun, 1993, "A direct adaptive method for faster backpropagation learning"): steps by the signs of gradients alone.</summary>
public class Rprop : OptimizerHelper
{
    public Rprop(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
        : this([new ParamGroup { Parameters = Given(parameters) }], lr, etaminus, etaplus, min_step, max_step, maximize)
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
            step_size = Fresh(Given(options).LearningRate ?? 0);
        }

        public void Dispose() => DisposeFields();

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref step);
            visitor.Field(ref prev);
            visitor.Field(ref step_size);
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

        private protected override void Fields(FieldVisitor visitor)
        {
            visitor.Field(ref maximize);
            visitor.Field(ref etaminus);
            visitor.Field(ref etaplus);
            visitor.Field(ref min_step);
            visitor.Field(ref max_step);
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
