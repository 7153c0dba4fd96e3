// The common base of plotly.js attribute values that have names: "lines+markers", "log", "reversed".

using System.Globalization;

namespace Plotly.NET;

/// <summary>The named values that plotly.js attributes take.</summary>
public static partial class StyleParam
{
    /// <summary>A named value and what plotly.js expects for it.</summary>
    public abstract class AttributeValue
    {
        private readonly object _value;

        private protected AttributeValue(object value) => _value = value;

        /// <summary>The value as plotly.js reads it.</summary>
        public object Convert() => _value;

        /// <inheritdoc/>
        public override string ToString() => System.Convert.ToString(_value, CultureInfo.InvariantCulture) ?? "";

        /// <summary>Two values are equal when plotly.js reads the same.</summary>
        public override bool Equals(object? obj) => obj is AttributeValue other && other.GetType() == GetType() && Equals(other._value, _value);

        /// <inheritdoc/>
        public override int GetHashCode() => _value.GetHashCode();
    }
}
