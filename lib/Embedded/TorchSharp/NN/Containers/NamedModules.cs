using System.Globalization;

namespace TorchSharp.Modules;

/// <summary>The children of a sequential container: modules by position, each with a name.</summary>
internal sealed class NamedModules
{
    private readonly List<(string Name, nn.Module Module)> _items = [];

    internal int Count => _items.Count;

    internal nn.Module this[int index] => _items[index].Module;

    internal void Add(string name, nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        _items.Add((name, module));
    }

    /// <summary>Adds a module under its position as name.</summary>
    internal void Add(nn.Module module) => Add(Count.ToString(CultureInfo.InvariantCulture), module);

    internal IEnumerable<(string name, nn.Module module)> Children()
    {
        foreach (var (name, module) in _items)
        {
            yield return (name, module);
        }
    }

    internal IEnumerable<(string Name, nn.Module Module)> Slice(int start, int end)
    {
        if (start < 0 || start > Count)
        {
            throw new IndexOutOfRangeException($"{start} is not a valid index.");
        }

        if (end < 0 || end > Count)
        {
            throw new IndexOutOfRangeException($"{end} is not a valid index.");
        }

        for (var i = start; i < end; i++)
        {
            yield return _items[i];
        }
    }
}
