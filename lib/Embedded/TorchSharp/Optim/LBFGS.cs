using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>
/// Limited-memory BFGS (D. Liu and J. Nocedal, 1989, "On the limited memory BFGS method for large scale optimization"): steps
/// along a curvature estimate from the last gradients. A step evaluates its closure up to max_eval times.
/// </summary>
public class LBFGS : Optimizer, ILearningRateController
{
    private readonly long _maxIterations;
    private readonly long _maxEvaluations;
    private readonly double _toleranceGradient;
    private readonly double _toleranceChange;
    private readonly int _historySize;

    // What is remembered between steps: differences of gradients and of parameters, 1 / their products, the last direction.
    private readonly List<(Tensor Gradient, Tensor Step, double Rho)> _history = [];
    private Tensor? _direction;
    private Tensor? _lastGradient;
    private double _diagonal = 1;
    private double _length;
    private long _iterations;

    internal LBFGS(IEnumerable<Parameter> parameters, double lr, long max_iter, long max_eval, double tolerance_grad, double tolerance_change, long history_size)
    {
        _maxIterations = max_iter;
        _maxEvaluations = max_eval;
        _toleranceGradient = tolerance_grad;
        _toleranceChange = tolerance_change;
        _historySize = (int)history_size;
        InitialLearningRate = lr;
        _parameter_groups.Add(new ParamGroup
        {
            Parameters = [.. parameters],
            Options = new OptimizerOptions { LearningRate = lr, InitialLearningRate = lr },
        });
    }

    public double LearningRate
    {
        get => _parameter_groups[0].LearningRate;
        set => _parameter_groups[0].LearningRate = value;
    }

    public double InitialLearningRate { get; set; }

    /// <summary>Takes up to max_iter steps; returns the loss before the first.</summary>
    /// <exception cref="ArgumentNullException">There is no closure.</exception>
    public override Tensor? step(Func<Tensor>? closure)
    {
        ArgumentNullException.ThrowIfNull(closure, "'closure' must be non-null when using the LBFGS optimizer");
        var first = Evaluate(closure);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var loss = first.ToDouble();
        long evaluations = 1;
        var gradient = Flat();
        if (Largest(gradient) <= _toleranceGradient)
        {
            return first;
        }

        for (long i = 1; i <= _maxIterations; i++)
        {
            _iterations++;
            Direct(gradient);
            Replace(ref _lastGradient, gradient.clone());
            var lastLoss = loss;

            // The first step is scaled down, as nothing is known of the curvature yet.
            _length = _iterations == 1 ? Math.Min(1, 1 / gradient.abs().sum().ToDouble()) * LearningRate : LearningRate;
            var slope = Dot(gradient, _direction!);
            if (slope > -_toleranceChange)
            {
                break;
            }

            Move(_direction!, _length);
            if (i != _maxIterations)
            {
                loss = Evaluate(closure).ToDouble();
                gradient = Flat();
                evaluations++;
            }

            if (evaluations >= _maxEvaluations
                || Largest(gradient) <= _toleranceGradient
                || Largest(_direction!) * _length <= _toleranceChange
                || Math.Abs(loss - lastLoss) < _toleranceChange)
            {
                break;
            }
        }

        return first;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Forget(_history.Count);
            _direction?.Dispose();
            _lastGradient?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Tensor Evaluate(Func<Tensor> closure)
    {
        using var _ = enable_grad();
        return closure();
    }

    // The direction: minus the gradient times the inverse curvature, by the two-loop recursion.
    private void Direct(Tensor gradient)
    {
        if (_iterations == 1)
        {
            Forget(_history.Count);
            _diagonal = 1;
            Replace(ref _direction, -gradient);
            return;
        }

        var change = gradient - _lastGradient!;
        var step = _direction! * _length;
        var product = Dot(change, step);
        if (product > 1e-10)
        {
            if (_history.Count == _historySize)
            {
                Forget(1);
            }

            _history.Add((change.DetachFromDisposeScope(), step.DetachFromDisposeScope(), 1 / product));
            _diagonal = product / Dot(change, change);
        }

        var weights = new double[_history.Count];
        var q = -gradient;
        for (var i = _history.Count - 1; i >= 0; i--)
        {
            weights[i] = Dot(_history[i].Step, q) * _history[i].Rho;
            q.add_(_history[i].Gradient, alpha: -weights[i]);
        }

        var direction = q * _diagonal;
        for (var i = 0; i < _history.Count; i++)
        {
            direction.add_(_history[i].Step, alpha: weights[i] - Dot(_history[i].Gradient, direction) * _history[i].Rho);
        }

        Replace(ref _direction, direction);
    }

    private Tensor Flat()
        => cat(parameters().Select(parameter => parameter.grad?.reshape(-1) ?? zeros([parameter.NumberOfElements], parameter.dtype)).ToArray(), 0);

    private void Move(Tensor direction, double length)
    {
        long place = 0;
        foreach (var parameter in parameters())
        {
            parameter.add_(direction.narrow(0, place, parameter.NumberOfElements).view(parameter.shape), alpha: length);
            place += parameter.NumberOfElements;
        }
    }

    private void Forget(int count)
    {
        foreach (var (gradient, step, _) in _history.Take(count))
        {
            gradient.Dispose();
            step.Dispose();
        }

        _history.RemoveRange(0, count);
    }

    private static void Replace(ref Tensor? target, Tensor value)
    {
        target?.Dispose();
        target = value.DetachFromDisposeScope();
    }

    private static double Dot(Tensor a, Tensor b) => (a * b).sum().ToDouble();

    private static double Largest(Tensor vector) => vector.abs().max().ToDouble();
}
