// The names that a cell may use without a using: display, HTML, Javascript, CSS, and the asking functions.

using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>The session that runs the cells, as the notebook sees it.</summary>
public abstract class Kernel : IDisposable
{
    /// <summary>Makes a kernel of that name.</summary>
    protected Kernel(string name) => Name = name;

    /// <summary>The kernel that runs the current cell.</summary>
    public static Kernel? Current => KernelInvocationContext.Current?.HandlingKernel;

    /// <summary>The outermost kernel; here the same as <see cref="Current"/>.</summary>
    public static Kernel? Root => Current;

    /// <summary>The kernel's name, <c>csharp</c>.</summary>
    public string Name { get; }

    /// <summary>Shows a value, as <see cref="DisplayExtensions.Display"/> does.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        KernelInvocationContext.Required.Show(value, mimeTypes);

    /// <summary>Marks text as HTML, so that showing it renders it.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs a script in the page. Front ends run scripts only in notebooks that their user trusts.</summary>
    public static void Javascript(string scriptContent) => display(new ScriptContent(scriptContent), HtmlFormatter.MimeType);

    /// <summary>Adds a style sheet to the page.</summary>
    public static void CSS(string content) => display(new HtmlString($"<style>{content}</style>"), HtmlFormatter.MimeType);

    /// <summary>Asks the person at the notebook for a line of text.</summary>
    /// <exception cref="NotSupportedException">The front end cannot ask (a headless run).</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        Task.FromResult(KernelInvocationContext.Required.Ask(prompt, hidden: typeHint == "password"));

    /// <summary>Asks for a secret; the front end does not echo it.</summary>
    /// <exception cref="NotSupportedException">The front end cannot ask (a headless run).</exception>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") =>
        Task.FromResult(new PasswordString(KernelInvocationContext.Required.Ask(prompt, hidden: true)));

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
