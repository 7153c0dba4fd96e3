// C# in colours: Roslyn's own lexer and parser say what each word is.

using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookHost.Session;

namespace NotebookHost.Html;

/// <summary>Renders C# as HTML with one-letter classes: keyword, string, number, comment, type, method, preprocessor.</summary>
public static class CodeHighlighter
{
    private static readonly CSharpParseOptions Options = new(SubmissionCompiler.Language, DocumentationMode.Parse, SourceCodeKind.Script);

    /// <summary>The code as HTML; magics are marked as preprocessor lines.</summary>
    public static string ToHtml(string code)
    {
        var html = new StringBuilder();
        var masked = Mask(code, out var magics);
        foreach (var token in CSharpSyntaxTree.ParseText(masked, Options).GetRoot().DescendantTokens(descendIntoTrivia: false))
        {
            foreach (var trivia in token.LeadingTrivia)
            {
                Append(trivia, html, magics);
            }

            Append(token.Text, ClassOf(token), html);
            foreach (var trivia in token.TrailingTrivia)
            {
                Append(trivia, html, magics);
            }
        }

        return html.ToString();
    }

    /// <summary>Magic lines become comments of the same length, so that the parser passes over them.</summary>
    private static string Mask(string code, out Dictionary<int, string> magics)
    {
        magics = [];
        if (!code.Contains("#!", StringComparison.Ordinal) && !code.Contains("#r", StringComparison.Ordinal) && !code.Contains("#i", StringComparison.Ordinal))
        {
            return code;
        }

        var masked = new StringBuilder(code);
        for (var start = 0; start < code.Length;)
        {
            var end = code.IndexOf('\n', start);
            end = end < 0 ? code.Length : end;
            var line = code[start..end];
            if (line.Length >= 2 && (line.StartsWith("#!", StringComparison.Ordinal) || line.StartsWith("#r", StringComparison.Ordinal) || line.StartsWith("#i ", StringComparison.Ordinal)))
            {
                magics[start] = line;
                masked[start] = '/';
                masked[start + 1] = '/';
            }

            start = end + 1;
        }

        return masked.ToString();
    }

    private static void Append(SyntaxTrivia trivia, StringBuilder html, Dictionary<int, string> magics)
    {
        if (magics.TryGetValue(trivia.SpanStart, out var magic))
        {
            Append(magic, "p", html);
            return;
        }

        var kind = trivia.Kind();
        var style = kind is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia ? "c"
            : trivia.IsDirective ? "p"
            : "";
        Append(trivia.ToFullString(), style, html);
    }

    private static void Append(string text, string style, StringBuilder html)
    {
        if (text.Length == 0)
        {
            return;
        }

        var encoded = WebUtility.HtmlEncode(text);
        html.Append(style.Length == 0 ? encoded : $"<span class=\"{style}\">{encoded}</span>");
    }

    private static string ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken
            or SyntaxKind.Utf8StringLiteralToken => "s",
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.IdentifierToken => Identifier(token),
        _ when SyntaxFacts.IsKeywordKind(token.Kind()) || SyntaxFacts.IsContextualKeyword(token.Kind()) => "k",
        _ => "",
    };

    private static string Identifier(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => "k",
        BaseTypeDeclarationSyntax or ConstructorDeclarationSyntax or TypeParameterSyntax or DelegateDeclarationSyntax => "t",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        SimpleNameSyntax name when IsType(name) => "t",
        SimpleNameSyntax { Parent: InvocationExpressionSyntax call } name when call.Expression == name => "m",
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member } name when call.Expression == member && member.Name == name => "m",
        _ => "",
    };

    private static bool IsType(SimpleNameSyntax name)
    {
        SyntaxNode outer = name;
        while (outer.Parent is QualifiedNameSyntax or NullableTypeSyntax or ArrayTypeSyntax)
        {
            outer = outer.Parent;
        }

        return outer.Parent switch
        {
            TypeArgumentListSyntax or ObjectCreationExpressionSyntax or BaseTypeSyntax or CastExpressionSyntax or TypeOfExpressionSyntax or ArrayCreationExpressionSyntax
                or DeclarationPatternSyntax or CatchDeclarationSyntax or AttributeSyntax or TypeConstraintSyntax or DefaultExpressionSyntax => true,
            VariableDeclarationSyntax declaration => declaration.Type == outer,
            ParameterSyntax parameter => parameter.Type == outer,
            MethodDeclarationSyntax method => method.ReturnType == outer,
            LocalFunctionStatementSyntax function => function.ReturnType == outer,
            PropertyDeclarationSyntax property => property.Type == outer,
            ForEachStatementSyntax loop => loop.Type == outer,
            TupleElementSyntax => true,
            _ => false,
        };
    }
}
