namespace TorchSharp;

/// <summary>
/// Owns the tensors that its thread makes while it is the innermost scope and disposes them at its end,
/// except those moved out or detached.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private static readonly HashSet<IDisposable> s_none = [];

    private readonly DisposeScopeManager _manager;
    // Made with the first disposable and handed on to the next scope of the thread: a training step opens hundreds.
    private HashSet<IDisposable>? _disposables;
    private List<IDisposable>? _order;

    internal DisposeScope(DisposeScopeManager manager)
    {
        _manager = manager;
        OuterScope = manager.Innermost;
    }

    internal DisposeScope? OuterScope { get; set; }

    internal bool IsDisposed { get; private set; }

    public IReadOnlyList<IDisposable> DisposablesView => _disposables is null ? [] : [.. _disposables];

    public int DisposablesCount => _disposables?.Count ?? 0;

    /// <summary>Hands a disposable to the scope around this one.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable
    {
        MoveToOther(OuterScope, [disposable]);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        MoveToOther(OuterScope, [first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        MoveToOther(OuterScope, [first, second, third]);
        return (first, second, third);
    }

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        MoveToOther(scope, [disposable]);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        MoveToOther(scope, [first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        MoveToOther(scope, [first, second, third]);
        return (first, second, third);
    }

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
        {
            if (disposable is null || !Forget(disposable)) continue;
            scope?.Take(disposable);
            if (disposable is Tensor tensor) tensor.OwningDisposeScope = scope;
            if (scope is null) _manager.StatisticsInstance.TensorStatistics.DetachedFromScopeCount++;
        }
    }

    /// <summary>The disposable outlives every scope.</summary>
    public T Detach<T>(T disposable) where T : IDisposable
    {
        MoveToOther(null, [disposable]);
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        MoveToOther(null, [first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        MoveToOther(null, [first, second, third]);
        return (first, second, third);
    }

    public void Detach(params IDisposable[] disposables) => MoveToOther(null, (IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    public void Attach(IDisposable disposable) => Attach((IEnumerable<IDisposable>)[disposable]);

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <summary>Makes this scope the owner of the disposables, whoever owned them before.</summary>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var all = disposables.ToList();
        foreach (var disposable in all)
        {
            if (disposable is Tensor tensor)
            {
                if (tensor.OwningDisposeScope == this) continue;
                tensor.OwningDisposeScope?.Forget(tensor);
                tensor.OwningDisposeScope = this;
                _manager.StatisticsInstance.TensorStatistics.AttachedToScopeCount++;
            }
            Take(disposable);
        }
        return all;
    }

    public void DisposeEverything() => DisposeEverythingBut([]);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        if (_disposables is null || _order is null) return;
        var keep = inKeep is ICollection<IDisposable> { Count: 0 } ? s_none : new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        if (keep.Count == 0)
        {
            // Each is taken out first, so that a disposable that marks itself as disposed finds nothing to do.
            var order = _order;
            _order = null;
            foreach (var disposable in order)
                if (Forget(disposable)) DisposeOne(disposable);
            if (_order is not null) return;
            DisposeScopeManager.HandBack(_disposables, order);
            _disposables = null;
            return;
        }
        foreach (var disposable in _order.ToArray())
        {
            if (keep.Contains(disposable) || !Forget(disposable)) continue;
            DisposeOne(disposable);
        }
        _order?.RemoveAll(d => !_disposables.Contains(d));
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Ends the scope. Scopes may end in any order.</summary>
    public void Dispose()
    {
        if (IsDisposed) return;
        IsDisposed = true;
        DisposeEverything();
        _manager.Remove(this);
    }

    /// <summary>Forgets a disposable that was disposed elsewhere.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        Forget(disposable);
        if (disposable is Tensor tensor) tensor.OwningDisposeScope = null;
    }

    public bool Contains(IDisposable disposable) => _disposables?.Contains(disposable) ?? false;

    internal void Take(IDisposable disposable)
    {
        if (_disposables is null) (_disposables, _order) = DisposeScopeManager.Collections();
        _order ??= [];
        if (!_disposables.Add(disposable)) return;
        _order.Add(disposable);
        if (_order.Count > 64 && _order.Count > 4 * _disposables.Count) _order.RemoveAll(d => !_disposables.Contains(d));
    }

    internal bool Forget(IDisposable disposable) => _disposables is not null && _disposables.Remove(disposable);

    private void DisposeOne(IDisposable disposable)
    {
        if (disposable is Tensor tensor)
        {
            tensor.OwningDisposeScope = null;
            if (!tensor.IsInvalid) _manager.StatisticsInstance.TensorStatistics.DisposedInScopeCount++;
        }
        disposable.Dispose();
    }
}
