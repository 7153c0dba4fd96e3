// How to train: optimizer, rates, regularisation, length. Immutable, comparable, printable, so that a run can say what it was.

using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ConvNets.Training;

/// <summary>Which optimizer takes the steps.</summary>
public enum OptimizerKind
{
    /// <summary>Stochastic gradient descent with momentum, PyTorch's form.</summary>
    Sgd,

    /// <summary>Adam (Kingma and Ba 2014).</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2017).</summary>
    AdamW,

    /// <summary>RMSProp (Hinton 2012), the optimizer of Inception v2 and v3.</summary>
    RmsProp,
}

/// <summary>A training recipe.</summary>
public sealed record TrainingRecipe
{
    /// <summary>Passes over the training pictures.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Ends the run after so many steps, also within an epoch; null for whole epochs.</summary>
    public long? MaxSteps { get; init; }

    /// <summary>Which optimizer.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Sgd;

    /// <summary>Base learning rate, that <see cref="Schedule"/> scales.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Momentum of SGD and RMSProp.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>RMSProp: the share of the old mean square that each step keeps (PyTorch's alpha).</summary>
    public double SquareDecay { get; init; } = 0.99;

    /// <summary>RMSProp: what is added to the root of the mean square before it divides the gradient.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Nesterov's form of momentum (SGD).</summary>
    public bool Nesterov { get; init; }

    /// <summary>Weight decay.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Whether weight decay acts on biases and normalisation parameters as well, as in the papers of the time.</summary>
    public bool DecayEverything { get; init; } = true;

    /// <summary>Learning-rate schedule.</summary>
    public Schedule Schedule { get; init; } = Schedule.Constant;

    /// <summary>Label smoothing (Szegedy et al. 2015, section 7): the share of the target spread over all classes.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Largest gradient norm; null for no clipping.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>Decay per step of an exponential moving average of the weights, with which the net is then tested; null for none.</summary>
    public double? AverageDecay { get; init; }

    /// <summary>Seed of everything random in the steps (dropout, stochastic depth).</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// The recipe of CIFAR ResNets (He et al. 2015, section 4.2): SGD 0.1, momentum 0.9, decay 1e-4, the rate divided by 10 at
    /// one half and three quarters of the run.
    /// </summary>
    public static TrainingRecipe ResNetCifar(int epochs) => new()
    {
        Epochs = epochs,
        LearningRate = 0.1,
        WeightDecay = 1e-4,
        Schedule = Schedule.Step([epochs / 2.0, epochs * 0.75]),
    };

    /// <summary>
    /// The recipe of Inception-v2 and v3 (Szegedy et al. 2015, section 8): RMSProp with decay 0.9 and epsilon 1.0, rate 0.045 times 0.94
    /// every second epoch, gradients clipped at 2, tested with a running average of the weights.
    /// </summary>
    /// <remarks>
    /// TensorFlow adds epsilon inside the root, PyTorch behind it. The paper gives no weight decay and does not say how fast the
    /// average forgets: 4e-5 and 0.9999 a step are those of the authors' released code.
    /// </remarks>
    public static TrainingRecipe InceptionV3(int epochs) => new()
    {
        Epochs = epochs,
        Optimizer = OptimizerKind.RmsProp,
        LearningRate = 0.045,
        Momentum = 0,
        SquareDecay = 0.9,
        Epsilon = 1,
        WeightDecay = 4e-5,
        Schedule = Schedule.Step([.. Enumerable.Range(1, Math.Max(0, (epochs - 1) / 2)).Select(pair => 2.0 * pair)], 0.94),
        ClipNorm = 2,
        AverageDecay = 0.9999,
    };

    /// <summary>A short run on few pictures: SGD with Nesterov momentum, one cycle of the learning rate.</summary>
    public static TrainingRecipe Short(int epochs, double learningRate = 0.1) => new()
    {
        Epochs = epochs,
        LearningRate = learningRate,
        Nesterov = true,
        WeightDecay = 5e-4,
        Schedule = Schedule.OneCycle(),
    };

    /// <summary>Makes the optimizer over a model's parameters.</summary>
    public OptimizerHelper CreateOptimizer(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var parameters = model.parameters().Where(p => p.requires_grad).ToArray();
        if (parameters.Length == 0)
        {
            throw new ArgumentException("The model has no parameter to train; check that it registers its layers (RegisterComponents).", nameof(model));
        }

        IEnumerable<(Parameter[] Parameters, double Decay)> groups = DecayEverything
            ? [(parameters, WeightDecay)]
            : [(parameters.Where(p => p.dim() > 1).ToArray(), WeightDecay), (parameters.Where(p => p.dim() <= 1).ToArray(), 0)];
        groups = groups.Where(g => g.Parameters.Length > 0);
        return Optimizer switch
        {
            OptimizerKind.Adam => optim.Adam([.. groups.Select(g => new Adam.ParamGroup(g.Parameters, LearningRate, weight_decay: g.Decay))], LearningRate),
            OptimizerKind.AdamW => optim.AdamW([.. groups.Select(g => new AdamW.ParamGroup(g.Parameters, LearningRate, weight_decay: g.Decay))], LearningRate),
            OptimizerKind.RmsProp => optim.RMSProp([.. groups.Select(g => new RMSProp.ParamGroup(
                g.Parameters, LearningRate, eps: Epsilon, alpha: SquareDecay, weight_decay: g.Decay, momentum: Momentum))], LearningRate),
            _ => optim.SGD([.. groups.Select(g => new SGD.ParamGroup(g.Parameters, LearningRate, Momentum, weight_decay: g.Decay, nesterov: Nesterov))], LearningRate),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Optimizer.ToString().ToLowerInvariant()}, rate {LearningRate} {Schedule}, momentum {Momentum}{(Nesterov ? " (Nesterov)" : "")}, weight decay {WeightDecay}, {Epochs} epochs, seed {Seed}")
        + (Optimizer == OptimizerKind.RmsProp ? string.Create(CultureInfo.InvariantCulture, $", square decay {SquareDecay}, epsilon {Epsilon}") : "")
        + (LabelSmoothing > 0 ? string.Create(CultureInfo.InvariantCulture, $", label smoothing {LabelSmoothing}") : "")
        + (ClipNorm is { } c ? string.Create(CultureInfo.InvariantCulture, $", gradients clipped to norm {c}") : "")
        + (AverageDecay is { } a ? string.Create(CultureInfo.InvariantCulture, $", weights averaged with decay {a}") : "");
}
