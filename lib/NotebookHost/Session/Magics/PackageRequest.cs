// What `#r "nuget: Name, Version"` asks for.

namespace NotebookHost.Session.Magics;

/// <param name="Name">The package's id.</param>
/// <param name="Version">A version, a floating one such as <c>1.*</c>, or null for the newest.</param>
internal sealed record PackageRequest(string Name, string? Version)
{
    internal static PackageRequest Parse(string text, int line)
    {
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts[0].Length == 0 || parts[0].Any(c => !char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_')))
        {
            throw new MagicException($"A package reference is written #r \"nuget: Name, Version\"; \"{text.Trim()}\" names no package.", line);
        }

        var version = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null;
        if (version?.Any(c => !char.IsLetterOrDigit(c) && c is not ('.' or '-' or '*' or '+' or '[' or ']' or '(' or ')' or ',')) == true)
        {
            throw new MagicException($"\"{version}\" is not a version of {parts[0]}; write it like 1.2.3.", line);
        }

        return new PackageRequest(parts[0], version);
    }
}
