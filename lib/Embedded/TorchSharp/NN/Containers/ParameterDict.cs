using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Parameters by name, in the order they were added.</summary>
public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
{
    private readonly OrderedDict<string, Parameter> _dict = [];

    public ParameterDict()
        : base(nameof(ParameterDict))
    {
    }

    // The dictionary itself is the register: named_parameters reads it.
    protected override void RegisterComponents()
    {
    }

    public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse)
        => _dict.Keys.Select(key => (key, _dict[key]));

    public override bool has_parameter(string target) => _dict.ContainsKey(target);

    public override Parameter? get_parameter(string target) => _dict.TryGetValue(target, out var parameter) ? parameter : null;

    protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
    {
        foreach (var (name, parameter) in named_parameters(true).ToArray())
        {
            if (ReplaceParameter(dtype, device, parameter, out var converted))
            {
                parameter.Dispose();
                _dict[name] = converted!;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var parameter in _dict.Values)
            {
                parameter.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    public void clear() => _dict.Clear();

    public IEnumerator<(string, Parameter)> items() => _dict.items();

    public IEnumerable<string> keys() => _dict.keys();

    public IEnumerable<Parameter> values() => _dict.values();

    public (string, Parameter) this[int index]
    {
        get => _dict[index];
        set => _dict[index] = value;
    }

    public Parameter this[string key]
    {
        get => _dict[key];
        set => _dict[key] = value;
    }

    public bool IsReadOnly => false;

    public ICollection<string> Keys => _dict.Keys;

    public ICollection<Parameter> Values => _dict.Values;

    public int Count => _dict.Count;

    public void Add((string, Parameter) item) => _dict.Add(item);

    public void Add(string key, Parameter value) => _dict.Add(key, value);

    public void Add(KeyValuePair<string, Parameter> item) => _dict.Add(item);

    public bool Contains((string, Parameter) item) => _dict.Contains(item);

    public bool Contains(KeyValuePair<string, Parameter> item) => _dict.Contains(item);

    public bool ContainsKey(string key) => _dict.ContainsKey(key);

    public int IndexOf((string, Parameter) item) => _dict.IndexOf(item);

    public void Insert(int index, (string, Parameter) item) => _dict.Insert(index, item);

    public bool Remove((string, Parameter) item) => _dict.Remove(item);

    public bool Remove(KeyValuePair<string, Parameter> item) => _dict.Remove(item);

    public bool Remove(string key) => _dict.Remove(key);

    public void RemoveAt(int index) => _dict.RemoveAt(index);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _dict.TryGetValue(key, out value);

    public void Clear() => _dict.Clear();

    public void CopyTo((string, Parameter)[] array, int arrayIndex) => _dict.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => _dict.CopyTo(array, arrayIndex);

    public IEnumerator<(string, Parameter)> GetEnumerator() => _dict.GetEnumerator();

    IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator()
        => ((IEnumerable<KeyValuePair<string, Parameter>>)_dict).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
