// The property bag behind every plotly.js object: what is set is written to the figure, what is not set is left
// to plotly.js. Keys keep the order in which they were set.

using System.Collections;

namespace DynamicObj;

/// <summary>An object whose properties are set by name.</summary>
public class DynamicObj
{
    /// <summary>The properties in the order in which they were set.</summary>
    public Dictionary<string, object> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Sets a property, or replaces it.</summary>
    public void SetProperty(string propertyName, object propertyValue) => Properties[propertyName] = propertyValue;

    /// <summary>Removes a property; false where there was none.</summary>
    public bool RemoveProperty(string propertyName) => Properties.Remove(propertyName);

    /// <summary>The value of a property; throws where there is none.</summary>
    public object GetPropertyValue(string propertyName) =>
        Properties.TryGetValue(propertyName, out var value)
            ? value
            : throw new MissingMemberException($"No dynamic property '{propertyName}' is set on this {GetType().Name}; set are: {string.Join(", ", Properties.Keys)}.");

    /// <summary>The value of a property, or none.</summary>
    public FSharpOption<object>? TryGetPropertyValue(string propertyName) =>
        Properties.TryGetValue(propertyName, out var value) ? new FSharpOption<object>(value) : null;

    /// <summary>The value of a property where it has the type asked for, or none.</summary>
    public FSharpOption<TPropertyValue>? TryGetTypedPropertyValue<TPropertyValue>(string propertyName) =>
        Properties.TryGetValue(propertyName, out var value) && value is TPropertyValue typed ? new FSharpOption<TPropertyValue>(typed) : null;

    /// <summary>The names of all properties that are set.</summary>
    public IEnumerable<string> GetPropertyNames(bool includeInstanceProperties) => Properties.Keys;

    /// <summary>The names and values of all properties that are set.</summary>
    public IEnumerable<KeyValuePair<string, object>> GetProperties(bool includeInstanceProperties) => Properties;

    /// <summary>Two bags are equal when they hold the same names with equal values.</summary>
    public override bool Equals(object? o) =>
        o is DynamicObj other
        && other.Properties.Count == Properties.Count
        && Properties.All(p => other.Properties.TryGetValue(p.Key, out var value) && Same(p.Value, value));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var key in Properties.Keys)
        {
            hash ^= key.GetHashCode(StringComparison.Ordinal);
        }

        return hash;
    }

    private static bool Same(object? a, object? b) =>
        a is IEnumerable left and not string && b is IEnumerable right and not string
            ? left.Cast<object?>().SequenceEqual(right.Cast<object?>(), EqualityComparer<object?>.Create(Same))
            : Equals(a, b);
}
