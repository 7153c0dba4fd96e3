using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

/// <summary>Modules applied one after the other. Each intermediate result is disposed as soon as the next one exists.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly NamedModules _modules = new();

    internal Sequential()
        : base(nameof(Sequential))
    {
    }

    protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
        : this()
    {
        foreach (var (name, module) in modules)
        {
            _modules.Add(name, module);
        }
    }

    protected Sequential(params nn.Module<Tensor, Tensor>[] modules)
        : this()
    {
        foreach (var module in modules)
        {
            _modules.Add(module);
        }
    }

    /// <summary>Adds a module at the end; returns this container.</summary>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        _modules.Add(name, (nn.Module)module);
        return this;
    }

    /// <summary>Adds a module at the end under its position as name; returns this container.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module)
    {
        _modules.Add((nn.Module)module);
        return this;
    }

    /// <summary>How many modules there are.</summary>
    public int Count => _modules.Count;

    /// <summary>The module at a position.</summary>
    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => (nn.IModule<Tensor, Tensor>)_modules[index];

    /// <summary>A container of the modules from start to before end; null means from the first, or to the last.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index]
    {
        get
        {
            var part = new Sequential();
            foreach (var (name, module) in _modules.Slice(index.start ?? 0, index.end ?? Count))
            {
                part._modules.Add(name, module);
            }

            return part;
        }
    }

    /// <summary>A container of the modules in a range.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => this[(index.Start.GetOffset(Count), index.End.GetOffset(Count))];

    public override Tensor forward(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (Count == 0)
        {
            return tensor.alias();
        }

        var result = this[0].call(tensor);
        for (var i = 1; i < Count; i++)
        {
            var next = this[i].call(result);
            result.Dispose();
            result = next;
        }

        return result;
    }

    public override IEnumerable<(string name, nn.Module module)> named_children() => _modules.Children();
}
