// An argument that may be left out, also where its type cannot be null.

namespace Plotly.NET.CSharp;

/// <summary>A value and whether it was given.</summary>
/// <param name="Value">The value; meaningless where it was not given.</param>
/// <param name="IsSome">Whether it was given.</param>
public readonly record struct Optional<T>(T Value, bool IsSome)
{
    /// <summary>Any value stands for an argument that was given.</summary>
    public static implicit operator Optional<T>(T Value) => new(Value, true);
}

/// <summary>Conversions of optional arguments.</summary>
public static class OptionalExtensions
{
    internal static FSharpOption<T>? ToOption<T>(this Optional<T> optional) => optional.IsSome ? new FSharpOption<T>(optional.Value) : null;

    internal static T Or<T>(this Optional<T> optional, T fallback) => optional.IsSome ? optional.Value : fallback;
}
