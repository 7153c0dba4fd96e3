// Plants CellGuard's tests in a cell's syntax tree. No line moves; columns do, so that messages about the code are made from
// the untouched tree. Expression lambdas stay as they are: they may be expression trees.

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace NotebookHost.Session;

internal sealed class GuardRewriter : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax StopTest = Parse("if (global::NotebookHost.Session.CellGuard.Stopping) global::NotebookHost.Session.CellGuard.Check(); ");
    private static readonly StatementSyntax StackTest = Parse("global::NotebookHost.Session.CellGuard.Stack(); ");

    private static readonly AttributeListSyntax NoInlining = ((CompilationUnitSyntax)ParseSyntaxTree(
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)] class C;").GetRoot()).Members[0].AttributeLists[0];

    private readonly HashSet<SyntaxNode> recursive;

    private readonly int markedCell;

    private GuardRewriter(HashSet<SyntaxNode> recursive, int markedCell)
    {
        this.recursive = recursive;
        this.markedCell = markedCell;
    }

    /// <summary>The tree with tests, or the same tree where none is needed.</summary>
    /// <param name="tree">The cell.</param>
    /// <param name="markedCell">The cell's number, where each statement of a block is to leave its line in CellGuard.Mark; else 0.</param>
    internal static SyntaxTree Rewrite(SyntaxTree tree, int markedCell)
    {
        var root = tree.GetRoot();
        var rewritten = new GuardRewriter(RecursiveFunctions.In(root), markedCell).Visit(root);
        if (rewritten is CompilationUnitSyntax { Members.Count: 0 } unit)
        {
            // Of usings and comments alone the compiler makes no submission, and does not say why. An empty statement behind them
            // helps; directives such as #r have to stand before it.
            var end = unit.EndOfFileToken;
            rewritten = unit
                .WithEndOfFileToken(end.WithLeadingTrivia())
                .AddMembers(GlobalStatement(EmptyStatement(Token(end.LeadingTrivia, SyntaxKind.SemicolonToken, TriviaList()))));
        }

        return ReferenceEquals(root, rewritten) ? tree : tree.WithRootAndOptions(rewritten, tree.Options);
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var visited = (BlockSyntax)base.VisitBlock(node)!;
        if (markedCell == 0)
        {
            return visited;
        }

        List<StatementSyntax> statements = [];
        for (var i = 0; i < visited.Statements.Count; i++)
        {
            if (visited.Statements[i] is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or IfStatementSyntax or ThrowStatementSyntax)
            {
                statements.Add(Mark(node.Statements[i]));
            }

            statements.Add(visited.Statements[i]);
        }

        return visited.WithStatements(List(statements));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        node = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return node.WithStatement(Guarded(node.Statement));
    }

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        node = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return node.WithStatement(Guarded(node.Statement));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        node = (ForStatementSyntax)base.VisitForStatement(node)!;
        return node.WithStatement(Guarded(node.Statement));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        node = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return node.WithStatement(Guarded(node.Statement));
    }

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        node = (ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!;
        return node.WithStatement(Guarded(node.Statement));
    }

    public override SyntaxNode? VisitLabeledStatement(LabeledStatementSyntax node)
    {
        node = (LabeledStatementSyntax)base.VisitLabeledStatement(node)!;
        return node.Statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax
            ? node
            : node.WithStatement(Guarded(node.Statement));
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        node = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return node.Block is null ? node : node.WithBlock(Prepend(StopTest, node.Block));
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        node = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return node.Block is null ? node : node.WithBlock(Prepend(StopTest, node.Block));
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = KeepFrame((MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!);
        return !recursive.Contains(node) ? visited
            : visited.Body is { } body ? visited.WithBody(Prepend(StackTest, body))
            : visited.ExpressionBody is { } arrow
                ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(ToBlock(arrow, visited.SemicolonToken, ReturnsNothing(visited.ReturnType, visited.Modifiers)))
            : visited;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return !recursive.Contains(node) ? visited
            : visited.Body is { } body ? visited.WithBody(Prepend(StackTest, body))
            : visited.ExpressionBody is { } arrow
                ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(ToBlock(arrow, visited.SemicolonToken, ReturnsNothing(visited.ReturnType, visited.Modifiers)))
            : visited;
    }

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        var visited = (AccessorDeclarationSyntax)base.VisitAccessorDeclaration(node)!;
        return node.Parent?.Parent is not { } owner || !recursive.Contains(owner) ? visited
            : visited.Body is { } body ? visited.WithBody(Prepend(StackTest, body))
            : visited.ExpressionBody is { } arrow
                ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(ToBlock(arrow, visited.SemicolonToken, !visited.IsKind(SyntaxKind.GetAccessorDeclaration)))
            : visited;
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        var visited = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        if (!recursive.Contains(node) || visited.ExpressionBody is not { } arrow)
        {
            return visited;
        }

        var getter = AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, ToBlock(arrow, visited.SemicolonToken, nothing: false));
        return visited.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(AccessorList(SingletonList(getter)));
    }

    /// <summary>A function of several statements is not inlined, so that an error in it names its own line.</summary>
    private static MethodDeclarationSyntax KeepFrame(MethodDeclarationSyntax method)
    {
        if (method.AttributeLists.Count > 0 || method.Body is not { } body || (body.Statements.Count < 2 && !body.DescendantNodes().Any(n => n is ThrowStatementSyntax or ThrowExpressionSyntax)))
        {
            return method;
        }

        var leading = method.GetLeadingTrivia();
        return method.WithoutLeadingTrivia().WithAttributeLists(SingletonList(NoInlining)).WithLeadingTrivia(leading);
    }

    private static StatementSyntax Guarded(StatementSyntax statement) => statement is BlockSyntax block
        ? Prepend(StopTest, block)
        : Block(Token(SyntaxKind.OpenBraceToken), List([StopTest, statement]), Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(Space));

    private StatementSyntax Mark(StatementSyntax statement) => Parse(string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"global::NotebookHost.Session.CellGuard.Mark = {(markedCell * CellGuard.LinesOfACell) + statement.GetLocation().GetLineSpan().StartLinePosition.Line + 1}L; "));

    private static BlockSyntax Prepend(StatementSyntax test, BlockSyntax block)
    {
        // What follows the brace (a line end, a comment) stays before the test's statement, on the brace's line.
        return block.WithStatements(block.Statements.Insert(0, test));
    }

    private static BlockSyntax ToBlock(ArrowExpressionClauseSyntax arrow, SyntaxToken end, bool nothing)
    {
        StatementSyntax statement = arrow.Expression switch
        {
            ThrowExpressionSyntax thrown => ThrowStatement(Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(Space), thrown.Expression, Token(SyntaxKind.SemicolonToken)),
            var expression when nothing => ExpressionStatement(expression),
            var expression => ReturnStatement(Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(Space), expression, Token(SyntaxKind.SemicolonToken)),
        };
        return Block(
            Token(arrow.ArrowToken.LeadingTrivia, SyntaxKind.OpenBraceToken, arrow.ArrowToken.TrailingTrivia),
            List([StackTest, statement]),
            Token(default, SyntaxKind.CloseBraceToken, end.TrailingTrivia));
    }

    private static bool ReturnsNothing(TypeSyntax type, SyntaxTokenList modifiers) => type switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.IsKind(SyntaxKind.VoidKeyword),
        _ => modifiers.Any(SyntaxKind.AsyncKeyword) && type is not GenericNameSyntax and not QualifiedNameSyntax { Right: GenericNameSyntax },
    };

    private static StatementSyntax Parse(string text) => ParseStatement(text);
}
