// A secret that does not show itself.

namespace Microsoft.DotNet.Interactive;

/// <summary>A secret typed by the person at the notebook; formatting it shows dots.</summary>
public class PasswordString(string clearTextPassword)
{
    /// <summary>The secret itself.</summary>
    public string GetClearTextPassword() => clearTextPassword;

    /// <summary>One dot per character.</summary>
    public override string ToString() => new('\u00B7', clearTextPassword.Length);
}
