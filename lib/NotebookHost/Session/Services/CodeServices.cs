// Completion, signatures, hover, is-complete and diagnostics for a cell that is being written, on Roslyn's semantic model of the
// session: they know its variables, types and packages.

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookHost.Session.Magics;

namespace NotebookHost.Session.Services;

/// <summary>Answers an editor's questions about code in a session. Safe to ask while a cell runs.</summary>
public sealed class CodeServices(CSharpSession session)
{
    private const int MaximumItems = 500;

    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly string[] Keywords =
    [
        .. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(k => k.Length > 1 && !k.StartsWith("__", StringComparison.Ordinal)),
        "var", "async", "await", "record", "nameof", "when", "yield", "from", "select", "where", "orderby", "dynamic", "with", "not", "and", "or", "init", "required",
    ];

    /// <summary>The words that fit at <paramref name="position"/>.</summary>
    public Completions Complete(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        var start = position;
        while (start > 0 && (char.IsLetterOrDigit(code[start - 1]) || code[start - 1] == '_'))
        {
            start--;
        }

        var end = position;
        while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] == '_'))
        {
            end++;
        }

        var lineStart = code.LastIndexOf('\n', Math.Max(0, position - 1)) + 1;
        if (lineStart < position && code.AsSpan(lineStart, position - lineStart) is ['#', ..] and var line && !line.Contains(' '))
        {
            return new Completions(lineStart, end, Magics(line.ToString()));
        }

        var prefix = code[start..position];
        var (tree, model) = Bind(code);
        var token = tree.GetRoot().FindToken(Math.Max(0, start - 1));
        if (InText(tree, position))
        {
            return new Completions(start, end, []);
        }

        var container = Qualifier(token, model);
        IEnumerable<ISymbol> symbols;
        if (container is { } qualifier)
        {
            symbols = Members(qualifier.Symbol, qualifier.Static, start, model);
        }
        else if (token.IsKind(SyntaxKind.DotToken) && token.SpanStart < start)
        {
            symbols = [];
        }
        else
        {
            symbols = model.LookupSymbols(start);
        }

        var items = symbols
            .Where(s => s.CanBeReferencedByName && s.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && !Hidden(s))
            .GroupBy(s => s.Name)
            .Select(g => (Item: new Completion(g.Key, KindOf(g.First()), Detail(g)), Own: Own(g.First())));
        if (container is null && !token.IsKind(SyntaxKind.DotToken))
        {
            items = items.Concat(Keywords.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => (new Completion(k, "keyword", ""), false)));
        }

        return new Completions(start, end,
        [
            .. items
                .OrderBy(i => i.Item.Text.StartsWith(prefix, StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(i => i.Own ? 0 : 1)
                .ThenBy(i => i.Item.Text, StringComparer.OrdinalIgnoreCase)
                .Select(i => i.Item)
                .DistinctBy(i => i.Text)
                .Take(MaximumItems),
        ]);
    }

    /// <summary>The overloads of the call that encloses <paramref name="position"/>, or null.</summary>
    public SignatureHelp? Signatures(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        var (tree, model) = Bind(code);
        var token = tree.GetRoot().FindToken(Math.Max(0, position - 1));
        var list = token.Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>()
            .FirstOrDefault(l => l.OpenParenToken.Span.End <= position && (l.CloseParenToken.IsMissing || position <= l.CloseParenToken.SpanStart));
        if (list?.Parent is not { } call)
        {
            return null;
        }

        var methods = call switch
        {
            InvocationExpressionSyntax invocation => model.GetMemberGroup(invocation.Expression).OfType<IMethodSymbol>(),
            BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is INamedTypeSymbol type => type.InstanceConstructors,
            _ => [],
        };
        var active = list.Arguments.GetSeparators().Count(s => s.Span.End <= position);
        Signature[] found =
        [
            .. methods.Where(m => !Hidden(m))
                .OrderBy(m => m.Parameters.Length > active || m.Parameters.LastOrDefault()?.IsParams == true ? 0 : 1)
                .ThenBy(m => m.Parameters.Length)
                .Select(m =>
                {
                    var words = SymbolDocumentation.Of(m);
                    return new Signature(m.ToDisplayString(Short), words.Summary, [.. m.Parameters.Select(p => (p.ToDisplayString(Short), words.Parameter(p.Name)))]);
                }),
        ];
        return found.Length == 0 ? null : new SignatureHelp(found, active);
    }

    /// <summary>What is known of the name at <paramref name="position"/>, or null.</summary>
    public Hover? Hover(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        var (tree, model) = Bind(code);
        var root = tree.GetRoot();
        var token = root.FindToken(Math.Min(position, Math.Max(0, code.Length - 1)));
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0)
        {
            token = root.FindToken(position - 1);
        }

        if (token.Parent is not { } node || SymbolAt(node, token, model) is not { } symbol)
        {
            return null;
        }

        var value = symbol is IFieldSymbol or IPropertySymbol && symbol.ContainingType?.IsScriptClass == true
            ? session.Variables().FirstOrDefault(v => v.Name == symbol.Name)
            : null;
        return new Hover(Declaration(symbol), SymbolDocumentation.Of(symbol).ToText(), value is null ? null : Shown(value.Value));
    }

    /// <summary>Whether the code can run as it stands, for a console that asks before it runs a line.</summary>
    public static Completeness IsComplete(string code)
    {
        var tree = SubmissionCompiler.Parse(Masked(code), "cell");
        return !SyntaxFactory.IsCompleteSubmission(tree) ? Completeness.Incomplete
            : tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? Completeness.Invalid
            : Completeness.Complete;
    }

    /// <summary>The errors and warnings of code that did not run yet.</summary>
    public IReadOnlyList<CodeDiagnostic> Diagnostics(string code)
    {
        var (_, model) = Bind(code);
        return
        [
            .. model.Compilation.GetDiagnostics()
                .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed && d.Location.IsInSource)
                .Select(d => new CodeDiagnostic(
                    d.Severity == DiagnosticSeverity.Error ? "error" : "warning",
                    d.Id,
                    d.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
                    d.Location.SourceSpan.Start,
                    d.Location.SourceSpan.End,
                    d.Location.GetLineSpan().StartLinePosition.Line + 1)),
        ];
    }

    /// <summary>The code with every magic line blanked, character for character.</summary>
    private static string Masked(string code)
    {
        if (!code.Contains("#!", StringComparison.Ordinal) && !code.Contains("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            return code;
        }

        var lines = code.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("#!", StringComparison.Ordinal) || (lines[i].StartsWith('#') && lines[i].Contains("nuget:", StringComparison.OrdinalIgnoreCase)))
            {
                lines[i] = new string(' ', lines[i].Length);
            }
        }

        return string.Join('\n', lines);
    }

    private static List<Completion> Magics(string line) =>
    [
        .. MagicCommands.All.Select(m => new Completion("#!" + m.Name, "magic", m.Help))
            .Append(new Completion("#r", "magic", "References an assembly or a package: #r \"nuget: Name, Version\"."))
            .Append(new Completion("#load", "magic", "Includes a .csx file."))
            .Where(m => m.Text.StartsWith(line, StringComparison.Ordinal)),
    ];

    private static bool InText(SyntaxTree tree, int position)
    {
        var root = tree.GetRoot();
        var trivia = root.FindTrivia(Math.Max(0, position - 1));
        if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        {
            return true;
        }

        var token = root.FindToken(Math.Max(0, position - 1));
        return token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken && position < token.Span.End;
    }

    /// <summary>What stands before the dot at the cursor.</summary>
    private static (INamespaceOrTypeSymbol Symbol, bool Static)? Qualifier(SyntaxToken token, SemanticModel model)
    {
        var left = token.Parent switch
        {
            MemberAccessExpressionSyntax access when access.OperatorToken == token => access.Expression,
            QualifiedNameSyntax name when name.DotToken == token => name.Left,
            MemberBindingExpressionSyntax binding when binding.OperatorToken == token =>
                binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression,
            _ => null,
        };
        if (left is null)
        {
            return null;
        }

        var info = model.GetSymbolInfo(left);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is INamespaceOrTypeSymbol container)
        {
            return (container, true);
        }

        var type = model.GetTypeInfo(left).Type;
        return type is null or IErrorTypeSymbol ? null : (type, false);
    }

    private static IEnumerable<ISymbol> Members(INamespaceOrTypeSymbol container, bool statics, int position, SemanticModel model) =>
        container is INamespaceSymbol
            ? model.LookupNamespacesAndTypes(position, container)
            : model.LookupSymbols(position, container, includeReducedExtensionMethods: !statics)
                .Where(s => statics ? s.IsStatic || s is INamedTypeSymbol : !s.IsStatic && s is not INamedTypeSymbol);

    private static ISymbol? SymbolAt(SyntaxNode node, SyntaxToken token, SemanticModel model)
    {
        if (node is IdentifierNameSyntax { IsVar: true })
        {
            return model.GetTypeInfo(node).Type;
        }

        var info = model.GetSymbolInfo(node);
        return info.Symbol ?? info.CandidateSymbols.FirstOrDefault()
            ?? (token.IsKind(SyntaxKind.IdentifierToken) ? model.GetDeclaredSymbol(node) : null)
            ?? (node.Parent is ObjectCreationExpressionSyntax creation ? model.GetSymbolInfo(creation).Symbol : null);
    }

    private static string Declaration(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => $"{type.TypeKind.ToString().ToLowerInvariant()} {type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)}",
        ILocalSymbol local => $"(local) {local.Type.ToDisplayString(Short)} {local.Name}",
        IParameterSymbol parameter => $"(parameter) {parameter.Type.ToDisplayString(Short)} {parameter.Name}",
        INamespaceSymbol space => $"namespace {space.ToDisplayString()}",
        _ => symbol.ToDisplayString(Short),
    };

    private static string Detail(IGrouping<string, ISymbol> overloads)
    {
        var first = overloads.First();
        var more = overloads.Count() - 1;
        return first is INamespaceSymbol ? "" : Declaration(first) + (more > 0 ? $" (+ {more} more)" : "");
    }

    private static bool Hidden(ISymbol symbol) =>
        symbol.Name.StartsWith('<') || symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "EditorBrowsableAttribute" && a.ConstructorArguments is [{ Value: 1 }]);

    private static bool Own(ISymbol symbol) => symbol.ContainingType?.IsScriptClass == true || symbol is ILocalSymbol or IParameterSymbol || symbol.Locations.Any(l => l.IsInSource);

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol => "field",
        IEventSymbol => "event",
        INamespaceSymbol => "namespace",
        IParameterSymbol => "parameter",
        _ => "local",
    };

    private static string Shown(object? value)
    {
        var text = value.ToDisplayString();
        return text.Length <= 400 ? text : text[..400] + "...";
    }

    private (SyntaxTree Tree, SemanticModel Model) Bind(string code)
    {
        var tree = SubmissionCompiler.Parse(Masked(code), "cell");
        return (tree, session.Compiler.Bind(tree).GetSemanticModel(tree));
    }
}
