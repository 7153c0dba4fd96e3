
namespace TorchSharp.Autograd;

/// <summary>
/// Runs a graph backwards: counts how many gradients each node waits for, then runs the ready node that was recorded
/// last, so that order and sums are the same in every run. No recursion: a graph may be thousands of nodes deep.
/// </summary>
internal sealed class BackwardPass
{
    private sealed class State(Node node)
    {
        public readonly Tensor?[] Grads = new Tensor?[node.OutputCount];
        public int Waiting;
        public bool Wanted = true;
    }

    private readonly Dictionary<Node, State> _states = new(ReferenceEqualityComparer.Instance);
    private readonly PriorityQueue<Node, long> _ready = new();
    private readonly Dictionary<(Node, int), int>? _captures;
    private readonly Tensor?[] _captured;
    private readonly bool _retainGraph;
    private readonly bool _createGraph;

    private BackwardPass(IReadOnlyList<TensorImpl>? inputs, bool retainGraph, bool createGraph)
    {
        _retainGraph = retainGraph;
        _createGraph = createGraph;
        _captured = new Tensor?[inputs?.Count ?? 0];
        if (inputs is null) return;
        _captures = [];
        for (var i = 0; i < inputs.Count; i++)
            if (EdgeOf(inputs[i]).Node is { } node) _captures[(node, EdgeOf(inputs[i]).Slot)] = i;
    }

    /// <summary>Gradients of the outputs flow to all leaves, or to the given inputs only, whose gradients are returned.</summary>
    public static Tensor?[] Run(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor?> grads, bool retainGraph, bool createGraph, IReadOnlyList<TensorImpl>? inputs)
    {
        var pass = new BackwardPass(inputs, retainGraph, createGraph);
        // What the pass computes belongs to the pass: an outer dispose scope of the user must not see it.
        using var scope = DisposeScopeManager.NewDisposeScope();
        using var mode = new GradModeGuard(createGraph);
        try
        {
            pass.Start(outputs, grads);
            pass.Loop();
            foreach (var captured in pass._captured)
                if (captured is not null) scope.Detach(captured);
            return pass._captured;
        }
        finally
        {
            foreach (var state in pass._states.Values)
                foreach (var grad in state.Grads) grad?.Dispose();
        }
    }

    private static Edge EdgeOf(TensorImpl tensor) =>
        tensor.GradFn is { } node ? new Edge(node, tensor.OutputNumber)
        : tensor.LeafRequiresGrad ? new Edge(AccumulateGrad.For(tensor), 0) : default;

    private void Start(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor?> grads)
    {
        var roots = new List<(Edge Edge, Tensor Grad)>();
        for (var i = 0; i < outputs.Count; i++)
        {
            var output = outputs[i];
            var edge = EdgeOf(output.Impl);
            if (edge.Node is null)
                throw new ExternalException($"element {i} of tensors does not require grad and does not have a grad_fn");
            var grad = grads[i];
            if (grad is null)
            {
                if (output.Impl.Count != 1)
                    throw new ExternalException($"grad can be implicitly created only for scalar outputs, but the output has shape {Shapes.Text(output.Impl.Shape)}; pass grad_tensors or reduce it with sum() or mean()");
                grad = Ops.Full(output.Impl.Shape, 1, output.dtype);
            }
            else
            {
                if (!grad.Impl.Shape.AsSpan().SequenceEqual(output.Impl.Shape))
                    throw new ExternalException($"Mismatch in shape: grad_output[{i}] has a shape of {Shapes.Text(grad.Impl.Shape)} and output[{i}] has a shape of {Shapes.Text(output.Impl.Shape)}.");
                grad = Tensor.Sharing(grad.Impl);
            }
            roots.Add((edge, grad));
        }
        Discover(roots);
        foreach (var (edge, grad) in roots)
        {
            Deliver(edge, grad);
            grad.Dispose();
        }
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (var (edge, _) in roots)
            if (seen.Add(edge.Node!) && _states[edge.Node!].Waiting == 0) _ready.Enqueue(edge.Node!, -edge.Node!.Sequence);
    }

    private void Discover(List<(Edge Edge, Tensor Grad)> roots)
    {
        var order = new List<Node>();
        var pending = new Stack<Node>();
        foreach (var (edge, _) in roots)
        {
            if (_states.ContainsKey(edge.Node!)) continue;
            _states[edge.Node!] = new State(edge.Node!);
            pending.Push(edge.Node!);
        }
        while (pending.TryPop(out var node))
        {
            order.Add(node);
            foreach (var input in node.Inputs)
            {
                if (input.Node is not { } next) continue;
                ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(_states, next, out var known);
                if (!known)
                {
                    state = new State(next);
                    pending.Push(next);
                }
                state!.Waiting++;
            }
        }
        if (_captures is null) return;

        // Only nodes on a way to a wanted input run. A node is recorded after those it leads to, so that rising
        // sequence numbers visit the inputs first.
        order.Sort((a, b) => a is AccumulateGrad == b is AccumulateGrad ? a.Sequence.CompareTo(b.Sequence) : a is AccumulateGrad ? -1 : 1);
        var targets = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (var (node, _) in _captures.Keys) targets.Add(node);
        foreach (var node in order)
        {
            var wanted = false;
            foreach (var input in node.Inputs)
                if (input.Node is { } next && (_states[next].Wanted || targets.Contains(next))) wanted = true;
            _states[node].Wanted = wanted;
        }
    }

    private void Loop()
    {
        while (_ready.TryDequeue(out var node, out _))
        {
            var state = _states[node];
            _states.Remove(node);
            try
            {
                CallHooks(node, state.Grads);
                Capture(node, state.Grads);
                if (_captures is not null && !state.Wanted) Skip(node);
                else Step(node, state.Grads);
            }
            finally
            {
                foreach (var grad in state.Grads) grad?.Dispose();
            }
        }
    }

    private void Step(Node node, Tensor?[] grads)
    {
        var any = false;
        foreach (var grad in grads) any |= grad is not null;
        if (!any)
        {
            Skip(node);
            return;
        }
        using var scope = DisposeScopeManager.NewDisposeScope();
        var results = node.Backward(grads);
        if (!_retainGraph && !_createGraph) node.ReleaseSaved();
        if (AnomalyMode.IsEnabled && AnomalyMode.ShouldCheckNaN) CheckNaN(node, results);
        for (var i = 0; i < node.Inputs.Length; i++)
        {
            var edge = node.Inputs[i];
            if (edge.Node is null) continue;
            if (i < results.Length && results[i] is { } result)
            {
                // A gradient handed on for the last time leaves its slot, so that the next node may own the buffer.
                for (var g = 0; g < grads.Length; g++)
                {
                    if (!ReferenceEquals(grads[g], result)) continue;
                    var again = false;
                    for (var j = i + 1; j < results.Length; j++) again |= ReferenceEquals(results[j], result);
                    if (!again) grads[g] = null;
                }
                Deliver(edge, result);
                var last = true;
                for (var j = i + 1; j < results.Length; j++) last &= !ReferenceEquals(results[j], result);
                if (last) result.Dispose();
            }
            Arrive(edge.Node);
        }
    }

    private static void CheckNaN(Node node, Tensor?[] results)
    {
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i] is { } result && result.isnan().any().item<bool>())
                throw new ExternalException($"Function '{node.Name}' returned nan values in its {i}th output.");
        }
    }

    private void Skip(Node node)
    {
        foreach (var input in node.Inputs)
            if (input.Node is { } next) Arrive(next);
    }

    private void Arrive(Node node)
    {
        if (--_states[node].Waiting == 0) _ready.Enqueue(node, node is AccumulateGrad ? long.MinValue : -node.Sequence);
    }

    /// <summary>Adds a gradient to what already waits at the node: in place if nobody else sees the buffer.</summary>
    private void Deliver(Edge edge, Tensor grad)
    {
        ref var slot = ref _states[edge.Node!].Grads[edge.Slot];
        if (slot is null)
        {
            slot = Tensor.Unscoped(grad.Impl);
            return;
        }
        if (!_createGraph && slot.Impl.IsUnique && slot.Impl.IsContiguous && slot.dtype == grad.dtype)
        {
            slot.add_(grad);
            return;
        }
        using var sum = slot.add(grad);
        slot.Dispose();
        slot = Tensor.Unscoped(sum.Impl);
    }

    private static void CallHooks(Node node, Tensor?[] grads)
    {
        if (node is AccumulateGrad { Leaf.Hooks: { } leafHooks })
        {
            foreach (var hook in leafHooks) Apply(grads, 0, hook);
            return;
        }
        if (node.Hooks is { } hooks)
            foreach (var (output, hook) in hooks) Apply(grads, output, hook);
        if (node.Retaining is { } retaining)
        {
            foreach (var (output, weak) in retaining)
                if (grads[output] is { } grad && weak.TryGetTarget(out var tensor)) AccumulateGrad.Accumulate(tensor, grad);
        }
    }

    private static void Apply(Tensor?[] grads, int output, GradientHook hook)
    {
        if (grads[output] is not { } grad) return;
        if (hook.Call(grad) is not { } replaced || ReferenceEquals(replaced, grad)) return;
        grads[output] = Tensor.Unscoped(replaced.Impl);
        grad.Dispose();
    }

    private void Capture(Node node, Tensor?[] grads)
    {
        if (_captures is null) return;
        for (var output = 0; output < grads.Length; output++)
        {
            if (grads[output] is { } grad && _captures.TryGetValue((node, output), out var index))
                _captured[index] = Tensor.Sharing(grad.Impl);
        }
    }
}
