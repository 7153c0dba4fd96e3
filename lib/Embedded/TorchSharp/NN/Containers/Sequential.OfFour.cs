using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

/// <summary>A list of modules for a subclass that writes its own <c>forward</c> of 4 inputs.</summary>
public abstract class Sequential<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    private readonly NamedModules _modules = new();

    internal Sequential()
        : base(nameof(Sequential))
    {
    }

    protected Sequential(params (string name, nn.Module submodule)[] modules)
        : this()
    {
        foreach (var (name, module) in modules)
        {
            Add(name, module);
        }
    }

    protected Sequential(params nn.Module[] modules)
        : this()
    {
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    /// <summary>Adds a module at the end; returns this container.</summary>
    public Sequential<T1, T2, T3, T4, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    /// <summary>Adds a module at the end under its position as name; returns this container.</summary>
    public Sequential<T1, T2, T3, T4, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    protected internal void Add(string name, nn.Module sm) => _modules.Add(name, sm);

    protected internal void Add(nn.Module module) => _modules.Add(module);

    /// <summary>How many modules there are.</summary>
    public int Count => _modules.Count;

    /// <summary>The module at a position.</summary>
    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => _modules[index];

    /// <summary>The modules from start to before end, as the subclass slices them.</summary>
    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    /// <summary>The modules in a range, as the subclass slices them.</summary>
    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    /// <summary>Makes a container of some of the modules. Only a subclass can: override it there.</summary>
    protected virtual Sequential<T1, T2, T3, T4, TResult> Slice(int start, int end)
        => throw new NotSupportedException($"{GetType().Name} cannot be sliced: override Slice(int start, int end) in it.");

    public override IEnumerable<(string name, nn.Module module)> named_children() => _modules.Children();
}
