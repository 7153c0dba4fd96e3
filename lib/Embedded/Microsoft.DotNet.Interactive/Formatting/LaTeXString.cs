// A formula, shown by the front end's mathematics renderer.

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>LaTeX code, shown as <c>text/latex</c>.</summary>
[TypeFormatterSource(typeof(LaTeXFormatterSource), PreferredMimeTypes = ["text/latex"])]
public class LaTeXString(string latexCode)
{
    private readonly string code = latexCode;

    /// <summary>Takes text as LaTeX.</summary>
    public static implicit operator LaTeXString(string source) => new(source);

    /// <summary>The code.</summary>
    public override string ToString() => code;
}

internal sealed class LaTeXFormatterSource : ITypeFormatterSource
{
    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
        [new AnyTypeFormatter(typeof(LaTeXString), "text/latex", (value, context) => { context.Writer.Write(value.ToString()); return true; })];
}
