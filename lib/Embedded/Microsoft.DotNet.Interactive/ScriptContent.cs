// A script for the page that shows the notebook.

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

/// <summary>JavaScript, rendered as a script element.</summary>
public class ScriptContent(string scriptValue) : IHtmlContent
{
    /// <summary>The script's text.</summary>
    public string ScriptValue => scriptValue;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(ToString());

    /// <inheritdoc/>
    public override string ToString() => $"<script type=\"text/javascript\">{scriptValue}</script>";
}
