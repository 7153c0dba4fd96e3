using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    private const string NoTensor = "There is no tensor here: a gradient that was never computed (call backward first), or an optional parameter that was left out.";

    /// <summary>The argument, which is not null: null is refused in a sentence that names the parameter.</summary>
    internal static T Given<T>(T? argument, [CallerArgumentExpression(nameof(argument))] string parameter = "") where T : class =>
        argument ?? throw new ArgumentNullException(parameter, typeof(Tensor).IsAssignableFrom(typeof(T)) ? NoTensor : $"{parameter} must not be null.");
}
