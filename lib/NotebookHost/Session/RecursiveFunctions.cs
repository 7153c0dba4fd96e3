// Which functions of a cell call themselves, directly or in a circle. By name: a false alarm costs nanoseconds, a miss the process.

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookHost.Session;

internal static class RecursiveFunctions
{
    internal static HashSet<SyntaxNode> In(SyntaxNode root)
    {
        var functions = root.DescendantNodes()
            .Select(n => (Node: n, Name: NameOf(n)))
            .Where(f => f.Name is not null)
            .ToLookup(f => f.Name!, f => f.Node);
        Dictionary<string, HashSet<string>> calls = [];
        foreach (var group in functions)
        {
            calls[group.Key] =
            [
                .. group.SelectMany(n => n.DescendantNodes()).OfType<SimpleNameSyntax>()
                    .Select(n => n.Identifier.ValueText).Where(functions.Contains),
            ];
        }

        return [.. functions.Where(g => Reaches(g.Key, g.Key, calls, [])).SelectMany(g => g)];
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        PropertyDeclarationSyntax { Initializer: null } property => property.Identifier.ValueText,
        _ => null,
    };

    private static bool Reaches(string from, string target, Dictionary<string, HashSet<string>> calls, HashSet<string> seen) =>
        calls[from].Any(next => next == target || (seen.Add(next) && Reaches(next, target, calls, seen)));
}
