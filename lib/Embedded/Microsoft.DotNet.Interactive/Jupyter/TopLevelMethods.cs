// input() and password(), which a cell may call without a using.

namespace Microsoft.DotNet.Interactive.Jupyter;

/// <summary>Questions to the person at the notebook.</summary>
public static class TopLevelMethods
{
    /// <summary>Asks for a line of text.</summary>
    /// <exception cref="NotSupportedException">The front end cannot ask (a headless run).</exception>
    public static string input(string prompt = "") => KernelInvocationContext.Required.Ask(prompt, hidden: false);

    /// <summary>Asks for a secret.</summary>
    /// <exception cref="NotSupportedException">The front end cannot ask (a headless run).</exception>
    public static PasswordString password(string prompt = "") => new(KernelInvocationContext.Required.Ask(prompt, hidden: true));
}
