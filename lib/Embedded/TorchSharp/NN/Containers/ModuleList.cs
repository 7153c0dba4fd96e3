using System.Collections;
using System.Globalization;

namespace TorchSharp.Modules;

/// <summary>A list of modules, registered under their positions.</summary>
public class ModuleList<T> : nn.Module, IList<T>
    where T : nn.Module
{
    private readonly List<T> _list = [];
    private bool _registered;

    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<T>)) => _list.AddRange(modules ?? []);

    protected override void RegisterComponents()
    {
        if (_registered)
        {
            return;
        }

        for (var i = 0; i < _list.Count; i++)
        {
            register_module(i.ToString(CultureInfo.InvariantCulture), _list[i]);
        }

        _registered = true;
    }

    public T this[int index]
    {
        get => _list[index];
        set => _list[index] = value;
    }

    public int Count => _list.Count;

    public bool IsReadOnly => false;

    public void Add(T item) => _list.Add(item);

    /// <summary>Adds modules at the end.</summary>
    public void append(params T[] parameters) => _list.AddRange(parameters ?? []);

    /// <summary>Adds modules at the end.</summary>
    public void extend(IEnumerable<T> modules) => _list.AddRange(modules);

    public void Clear() => _list.Clear();

    public bool Contains(T item) => _list.Contains(item);

    public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

    public int IndexOf(T item) => _list.IndexOf(item);

    public void Insert(int index, T item) => _list.Insert(index, item);

    public bool Remove(T item) => _list.Remove(item);

    public void RemoveAt(int index) => _list.RemoveAt(index);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
