
namespace TorchSharp.Autograd;

/// <summary>Where a gradient goes: an input slot of a node.</summary>
internal readonly record struct Edge(Node? Node, int Slot);

/// <summary>
/// One operation of the recorded graph. To write a differentiable operation:
/// <code>
/// internal static Tensor Square(Tensor x)
/// {
///     var y = ...kernel...;                              // a new tensor, not yet part of the graph
///     return GradMode.Needs(x) ? new SquareBackward(x).Attach(y) : y;
/// }
///
/// internal sealed class SquareBackward : Node
/// {
///     private readonly SavedTensor _x;
///     public SquareBackward(Tensor x) : base("SquareBackward0", x) => _x = Save(x);
///     protected internal override Tensor?[] Backward(Tensor?[] grads) => [grads[0]! * _x.Get() * 2];
/// }
/// </code>
/// The engine calls Backward once with one gradient per output (null: no gradient reached it) and takes one
/// per input (null: none). It runs inside a dispose scope: temporaries need no care. Gradients must not be changed
/// in place. With create_graph the calls are recorded: a backward made of tensor operations can be derived again, and one that
/// calls a kernel gives that kernel a node too, or goes through <see cref="Derive"/>.
/// An output that its own node needs is saved with <see cref="SaveOutput"/> after the kernel ran.
/// A graph that nobody refers to any more is freed at once (nodes count their holders), without recursion.
/// </summary>
internal abstract class Node
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> s_names = [];
    private static long s_sequence;

    [ThreadStatic] private static Stack<Node>? t_releasing;

    private int _holders;
    private List<SavedTensor>? _saved;

    protected Node(string name, params ReadOnlySpan<Tensor?> inputs)
    {
        Name = name;
        Sequence = Interlocked.Increment(ref s_sequence);
        Inputs = inputs.Length == 0 ? [] : new Edge[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i] is { } input) Connect(i, input.Impl);
        }
    }

    public string Name { get; }

    /// <summary>The name of the node of an operation, as PyTorch writes it: leaky_relu gives LeakyReluBackward0.</summary>
    public static string NameOf(string op) => s_names.GetOrAdd(op, static o =>
        string.Concat(o.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Backward0");

    /// <summary>Later nodes have higher numbers and run first in backward.</summary>
    public long Sequence { get; protected init; }

    /// <summary>Where the gradient of each input goes.</summary>
    public Edge[] Inputs { get; }

    public int OutputCount { get; private set; } = 1;

    /// <summary>Hooks on the gradients of outputs, by output.</summary>
    public List<(int Output, GradientHook Hook)>? Hooks { get; private set; }

    /// <summary>Tensors that keep their own gradient although they are not leaves.</summary>
    public List<(int Output, WeakReference<TensorImpl> Tensor)>? Retaining { get; private set; }

    /// <summary>Whether anyone wants the gradient of this input.</summary>
    public bool Needs(int input) => Inputs[input].Node is not null;

    /// <summary>Gradients of the inputs from those of the outputs.</summary>
    protected internal abstract Tensor?[] Backward(Tensor?[] grads);

    /// <summary>
    /// For create_graph, where the derivative is a kernel: the derivative of the same function in tensor operations, which can
    /// be derived again.
    /// </summary>
    protected Tensor?[] Derive(Func<Tensor?[], Tensor> function, Tensor grad, params Tensor?[] inputs)
    {
        // Each input gets an alias of its own, so that one tensor in two places has two gradients.
        var aliases = inputs.Select((t, i) => Needs(i) ? t!.alias() : t).ToArray();
        var wanted = aliases.Where((_, i) => Needs(i)).Select(t => t!.Impl).ToArray();
        var found = BackwardPass.Run([function(aliases)], [grad], retainGraph: true, createGraph: true, wanted);
        var next = 0;
        return [.. aliases.Select((_, i) => Needs(i) ? found[next++] : null)];
    }

    /// <summary>Makes a fresh tensor the output of this node.</summary>
    public Tensor Attach(Tensor output)
    {
        output.Impl.SetGradFn(this);
        return output;
    }

    /// <summary>Makes fresh tensors the outputs of this node.</summary>
    public Tensor[] Attach(params Tensor[] outputs)
    {
        OutputCount = outputs.Length;
        for (var i = 0; i < outputs.Length; i++)
            if (Dtypes.IsFloating(outputs[i].dtype)) outputs[i].Impl.SetGradFn(this, i);
        return outputs;
    }

    /// <summary>Declares how many outputs there are, where they are attached one by one.</summary>
    protected void SetOutputCount(int count) => OutputCount = count;

    public void AddHook(int output, GradientHook hook) => (Hooks ??= []).Add((output, hook));

    public void AddRetaining(int output, TensorImpl tensor) => (Retaining ??= []).Add((output, new WeakReference<TensorImpl>(tensor)));

    public void Hold() => Interlocked.Increment(ref _holders);

    /// <summary>Drops a reference; the last one frees what the node saved and walks on to its inputs.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) != 0) return;
        if (t_releasing is { } outer)
        {
            outer.Push(this);
            return;
        }
        var pending = t_releasing = new Stack<Node>();
        try
        {
            pending.Push(this);
            while (pending.TryPop(out var node)) node.Free();
        }
        finally
        {
            t_releasing = null;
        }
    }

    /// <summary>Frees the saved tensors after backward; a second backward then says so.</summary>
    public virtual void ReleaseSaved()
    {
        if (_saved is null) return;
        foreach (var saved in _saved) saved.Release();
    }

    /// <summary>The operation wrote its output in place: outputs saved before the change was counted are up to date.</summary>
    public void OutputsWritten()
    {
        if (_saved is null) return;
        foreach (var saved in _saved) saved.Written();
    }

    /// <summary>Keeps an input for backward.</summary>
    protected SavedTensor Save(Tensor tensor)
    {
        var saved = new SavedTensor(tensor.Impl, this, isOutput: false);
        (_saved ??= new List<SavedTensor>(2)).Add(saved);
        return saved;
    }

    /// <summary>Keeps an input for backward if there is one.</summary>
    protected SavedTensor? SaveOptional(Tensor? tensor) => tensor is null ? null : Save(tensor);

    /// <summary>Keeps an output of this node for backward.</summary>
    protected SavedTensor SaveOutput(Tensor tensor, int output = 0)
    {
        var saved = new SavedTensor(tensor.Impl, this, isOutput: true, output);
        (_saved ??= new List<SavedTensor>(2)).Add(saved);
        return saved;
    }

    /// <summary>Called when the last reference is gone.</summary>
    protected virtual void OnFree()
    {
    }

    protected void Connect(int input, TensorImpl tensor)
    {
        var node = tensor.GradFn;
        var slot = tensor.OutputNumber;
        if (node is null)
        {
            if (!tensor.LeafRequiresGrad) return;
            node = AccumulateGrad.For(tensor);
            slot = 0;
        }
        node.Hold();
        Inputs[input] = new Edge(node, slot);
    }

    protected void Connect(int input, Edge edge)
    {
        edge.Node?.Hold();
        Inputs[input] = edge;
    }

    private void Free()
    {
        ReleaseSaved();
        OnFree();
        for (var i = 0; i < Inputs.Length; i++)
        {
            var node = Inputs[i].Node;
            Inputs[i] = default;
            node?.Release();
        }
    }
}
