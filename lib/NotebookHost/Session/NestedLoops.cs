// Whether a cell computes in nested loops, as a convolution by hand does: such code is worth optimising.

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookHost.Session;

internal static class NestedLoops
{
    internal static bool In(SyntaxNode root) => root.DescendantNodes().Any(n => IsLoop(n) && n.Ancestors().Any(IsLoop));

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax;
}
