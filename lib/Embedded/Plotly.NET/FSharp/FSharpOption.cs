// F#'s option type as C# sees it: the optional arguments of Plotly.NET's own face have this type.

namespace Microsoft.FSharp.Core;

/// <summary>A value that may be absent; absence is <see langword="null"/>.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class FSharpOption<T>
{
    /// <summary>Wraps a value.</summary>
    public FSharpOption(T value) => Value = value;

    /// <summary>The absent value.</summary>
    public static FSharpOption<T>? None => null;

    /// <summary>The wrapped value.</summary>
    public T Value { get; }

    /// <summary>Wraps a value.</summary>
    public static FSharpOption<T> Some(T value) => new(value);

    /// <summary>Whether <paramref name="option"/> holds a value.</summary>
    public static bool get_IsSome(FSharpOption<T>? option) => option is not null;

    /// <summary>Whether <paramref name="option"/> holds none.</summary>
    public static bool get_IsNone(FSharpOption<T>? option) => option is null;

    /// <summary>Any value stands for an option that holds it.</summary>
    public static implicit operator FSharpOption<T>(T value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => $"Some({Value})";
}
