namespace TorchSharp;

/// <summary>The dispose scopes of one thread, innermost last.</summary>
public class DisposeScopeManager
{
    private const int MostFree = 8;
    private const int LargestKept = 1024;

    [ThreadStatic] private static DisposeScopeManager? t_singleton;

    private readonly List<DisposeScope> _scopes = [];
    private readonly Stack<(HashSet<IDisposable>, List<IDisposable>)> _free = [];

    internal static DisposeScopeManager ThreadSingleton => t_singleton ??= new DisposeScopeManager();

    /// <summary>Counts of the tensors made and disposed on this thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => ThreadSingleton.StatisticsInstance;

    internal ThreadDisposeScopeStatistics StatisticsInstance { get; } = new();

    internal DisposeScope? Innermost => _scopes.Count > 0 ? _scopes[^1] : null;

    internal DisposeScope? OwnerOf(IDisposable disposable) => _scopes.FindLast(scope => scope.Contains(disposable));

    internal static DisposeScope NewDisposeScope()
    {
        var manager = ThreadSingleton;
        var scope = new DisposeScope(manager);
        manager._scopes.Add(scope);
        return scope;
    }

    internal DisposeScope? Register(IDisposable disposable)
    {
        var scope = Innermost;
        if (scope is null)
        {
            StatisticsInstance.TensorStatistics.CreatedOutsideScopeCount++;
            return null;
        }
        StatisticsInstance.TensorStatistics.CreatedInScopeCount++;
        scope.Take(disposable);
        return scope;
    }

    /// <summary>Empty collections for a scope, used ones where this thread has any.</summary>
    internal static (HashSet<IDisposable> Disposables, List<IDisposable> Order) Collections() =>
        ThreadSingleton._free.TryPop(out var free) ? free : (new HashSet<IDisposable>(ReferenceEqualityComparer.Instance), []);

    /// <summary>Takes back what a scope no longer needs, unless it has grown too large to keep.</summary>
    internal static void HandBack(HashSet<IDisposable> disposables, List<IDisposable> order)
    {
        var free = ThreadSingleton._free;
        if (free.Count >= MostFree || order.Capacity > LargestKept) return;
        disposables.Clear();
        order.Clear();
        free.Push((disposables, order));
    }

    internal void Remove(DisposeScope scope)
    {
        var at = _scopes.LastIndexOf(scope);
        if (at < 0) return;
        _scopes.RemoveAt(at);
        if (at < _scopes.Count) _scopes[at].OuterScope = scope.OuterScope;
    }
}

/// <summary>How many disposables a thread made, disposed, attached and detached.</summary>
public class ThreadDisposeScopeStatistics
{
    public long CreatedOutsideScopeCount => TensorStatistics.CreatedOutsideScopeCount;

    public long DisposedOutsideScopeCount => TensorStatistics.DisposedOutsideScopeCount;

    public long CreatedInScopeCount => TensorStatistics.CreatedInScopeCount;

    public long DisposedInScopeCount => TensorStatistics.DisposedInScopeCount;

    public long AttachedToScopeCount => TensorStatistics.AttachedToScopeCount;

    public long DetachedFromScopeCount => TensorStatistics.DetachedFromScopeCount;

    public long ThreadTotalLiveCount => TensorStatistics.ThreadTotalLiveCount;

    public LifetimeStatistics TensorStatistics { get; } = new();

    public void Reset() => TensorStatistics.Reset();

    public override string ToString() => TensorStatistics.ToString();
}

/// <summary>The counts for one kind of disposable.</summary>
public class LifetimeStatistics
{
    public long CreatedOutsideScopeCount { get; internal set; }

    public long DisposedOutsideScopeCount { get; internal set; }

    public long CreatedInScopeCount { get; internal set; }

    public long DisposedInScopeCount { get; internal set; }

    public long AttachedToScopeCount { get; internal set; }

    public long DetachedFromScopeCount { get; internal set; }

    public long ThreadTotalLiveCount => CreatedInScopeCount - DisposedInScopeCount + CreatedOutsideScopeCount - DisposedOutsideScopeCount + DetachedFromScopeCount - AttachedToScopeCount;

    public void Reset()
    {
        CreatedOutsideScopeCount = DisposedOutsideScopeCount = CreatedInScopeCount = DisposedInScopeCount = AttachedToScopeCount = DetachedFromScopeCount = 0;
    }

    public override string ToString() =>
        $"ThreadTotalLiveCount: {ThreadTotalLiveCount}; CreatedOutsideScopeCount: {CreatedOutsideScopeCount}; DisposedOutsideScopeCount: {DisposedOutsideScopeCount}; CreatedInScopeCount: {CreatedInScopeCount}; DisposedInScopeCount: {DisposedInScopeCount}; AttachedToScopeCount: {AttachedToScopeCount}; DetachedFromScopeCount: {DetachedFromScopeCount}";
}
