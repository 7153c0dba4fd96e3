using TorchSharp.Kernels.Optim;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>RMSProp (T. Tieleman and G. Hinton, 2012, lecture 6.5 of "Neural networks for machine learning"); centered: A. Graves, 2013, "Generating sequences with recurrent neural networks".</summary>
public class RMSProp : OptimizerHelper, IMomentum
{
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
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

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var options = (Options)(param_group.Options ??= new Options());
        options.Complete((Options)_defaults!);
        Register(param_group, parameter => new State(parameter));
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

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            square_avg.Save(writer);
            SaveConditionalStateTensor(writer, momentum_buffer);
            SaveConditionalStateTensor(writer, grad_avg);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            square_avg.Load(reader);
            LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);
            LoadConditionalStateTensor(reader, ref grad_avg, _parameter.device);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            square_avg = Replaced(square_avg, other.square_avg);
            momentum_buffer = Replaced(momentum_buffer, other.momentum_buffer);
            grad_avg = Replaced(grad_avg, other.grad_avg);
        }

        public override bool ApproximatelyEquals(OptimizerState other)
            => other is State own && step == own.step && Close(square_avg, own.square_avg) && Close(momentum_buffer, own.momentum_buffer) && Close(grad_avg, own.grad_avg);

        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
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

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(maximize!.Value);
            writer.Write(momentum!.Value);
            writer.Write(alpha!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(centered!.Value);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            maximize = reader.ReadBoolean();
            momentum = reader.ReadDouble();
            alpha = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            centered = reader.ReadBoolean();
        }

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            maximize = other.maximize;
            momentum = other.momentum;
            alpha = other.alpha;
            eps = other.eps;
            weight_decay = other.weight_decay;
            centered = other.centered;
        }

        internal void Complete(Options defaults)
        {
            TakeRate(defaults);
            maximize ??= defaults.maximize;
            momentum ??= defaults.momentum;
            alpha ??= defaults.alpha;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            centered ??= defaults.centered;
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
