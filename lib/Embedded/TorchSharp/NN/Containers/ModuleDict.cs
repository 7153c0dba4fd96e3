using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order they were added.</summary>
public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)>
    where T : nn.Module
{
    private readonly OrderedDict<string, T> _dict = [];
    private bool _registered;

    public ModuleDict()
        : base(nameof(ModuleDict<T>))
    {
    }

    protected override void RegisterComponents()
    {
        if (_registered)
        {
            return;
        }

        foreach (var (name, module) in _dict)
        {
            register_module(name, module);
        }

        _registered = true;
    }

    public void clear() => _dict.Clear();

    public IEnumerator<(string, T)> items() => _dict.items();

    public IEnumerable<string> keys() => _dict.keys();

    public IEnumerable<T> values() => _dict.values();

    public (string, T) this[int index]
    {
        get => _dict[index];
        set => _dict[index] = value;
    }

    public T this[string key]
    {
        get => _dict[key];
        set => _dict[key] = value;
    }

    public bool IsReadOnly => false;

    public ICollection<string> Keys => _dict.Keys;

    public ICollection<T> Values => _dict.Values;

    public int Count => _dict.Count;

    public void Add((string, T) item) => _dict.Add(item);

    public void Add(string key, T value) => _dict.Add(key, value);

    public void Add(KeyValuePair<string, T> item) => _dict.Add(item);

    public bool Contains((string, T) item) => _dict.Contains(item);

    public bool Contains(KeyValuePair<string, T> item) => _dict.Contains(item);

    public bool ContainsKey(string key) => _dict.ContainsKey(key);

    public int IndexOf((string, T) item) => _dict.IndexOf(item);

    public void Insert(int index, (string, T) item) => _dict.Insert(index, item);

    public bool Remove((string, T) item) => _dict.Remove(item);

    public bool Remove(KeyValuePair<string, T> item) => _dict.Remove(item);

    public bool Remove(string key) => _dict.Remove(key);

    public void RemoveAt(int index) => _dict.RemoveAt(index);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _dict.TryGetValue(key, out value);

    public void Clear() => _dict.Clear();

    public void CopyTo((string, T)[] array, int arrayIndex) => _dict.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _dict.CopyTo(array, arrayIndex);

    public IEnumerator<(string, T)> GetEnumerator() => _dict.GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator()
        => ((IEnumerable<KeyValuePair<string, T>>)_dict).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
