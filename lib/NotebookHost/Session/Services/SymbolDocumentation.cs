// The XML documentation of a symbol as plain text.

using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NotebookHost.Session.Services;

internal sealed partial class SymbolDocumentation
{
    private readonly XElement? root;

    private SymbolDocumentation(XElement? root) => this.root = root;

    internal string Summary => Text(root?.Element("summary"));

    internal static SymbolDocumentation Of(ISymbol symbol)
    {
        var definition = symbol switch
        {
            IMethodSymbol { ReducedFrom: { } reduced } => reduced,
            _ => symbol.OriginalDefinition,
        };
        var xml = definition.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml) && symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
        {
            xml = constructor.ContainingType.OriginalDefinition.GetDocumentationCommentXml();
        }

        try
        {
            return new SymbolDocumentation(string.IsNullOrWhiteSpace(xml) ? null : XElement.Parse(xml));
        }
        catch (XmlException)
        {
            return new SymbolDocumentation(null);
        }
    }

    internal string Parameter(string name) => Text(root?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == name));

    internal string ToText()
    {
        var text = new StringBuilder(Summary);
        foreach (var parameter in root?.Elements("param") ?? [])
        {
            text.Append($"\n  {(string?)parameter.Attribute("name")}: {Text(parameter)}");
        }

        if (root?.Element("returns") is { } returns)
        {
            text.Append($"\nReturns: {Text(returns)}");
        }

        foreach (var exception in root?.Elements("exception") ?? [])
        {
            text.Append($"\nThrows {Name((string?)exception.Attribute("cref"))}: {Text(exception)}");
        }

        if (root?.Element("remarks") is { } remarks)
        {
            text.Append($"\n{Text(remarks)}");
        }

        return text.ToString().Trim();
    }

    private static string Text(XElement? element)
    {
        if (element is null)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var node in element.DescendantNodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value);
                    break;
                case XElement { IsEmpty: true } empty:
                    text.Append(Name((string?)empty.Attribute("cref") ?? (string?)empty.Attribute("name") ?? (string?)empty.Attribute("langword")));
                    break;
            }
        }

        return Spaces().Replace(text.ToString(), " ").Trim();
    }

    private static string Name(string? reference)
    {
        var name = (reference ?? "").Split('(')[0];
        name = name.Length > 2 && name[1] == ':' ? name[2..] : name;
        return name[(name.LastIndexOf('.') + 1)..].Split('`')[0];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
