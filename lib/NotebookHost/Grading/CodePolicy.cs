// What the code of an exercise may be made of: an allow-list over syntax and symbols. It gives a learner a sentence instead of a
// dead process, and an attacker a first wall; the walls that count are those of the process.

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookHost.Grading;

internal static class CodePolicy
{
    private static readonly HashSet<string> Spaces =
    [
        "System.Collections", "System.Collections.Generic", "System.Collections.ObjectModel", "System.Collections.Immutable",
        "System.Linq", "System.Text", "System.Globalization", "System.Numerics",
        "ConvNets.Geometry", "ConvNets.Layers", "ConvNets.Blocks", "ConvNets.Architectures", "ConvNets.Insight", "ConvNets.Training",
    ];

    private static readonly HashSet<string> Types =
    [
        "Object", "String", "Boolean", "Char", "Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Int128", "UInt128",
        "Half", "Single", "Double", "Decimal", "Void", "Math", "MathF", "BitConverter", "Array", "Span", "ReadOnlySpan", "Memory", "ReadOnlyMemory",
        "ArraySegment", "Index", "Range", "Tuple", "ValueTuple", "Nullable", "Func", "Action", "Predicate", "Comparison", "Converter", "Random",
        "Convert", "TimeSpan", "DateTime", "Guid", "StringComparison", "StringComparer", "StringSplitOptions", "MidpointRounding", "HashCode", "Lazy",
        "IComparable", "IEquatable", "IDisposable", "IFormattable", "IFormatProvider", "ICloneable", "Enum", "FormattableString", "ValueType",
    ];

    private static readonly HashSet<string> OtherMembers =
    [
        "System.Console.Write", "System.Console.WriteLine", "System.Environment.NewLine", "System.Type.Name", "System.Type.FullName",
        "System.Reflection.MemberInfo.Name", "System.Threading.Tasks.Task.FromResult", "System.Threading.Tasks.Task.CompletedTask",
        "System.Threading.Tasks.Task.Result", "System.Diagnostics.Debug.Assert",
    ];

    private static readonly HashSet<string> FileMembers = ["load", "save", "load_py", "save_py", "hub", "jit", "from_file", "onnx", "io", "utils", "datasets"];

    /// <summary>The first thing that an exercise may not contain, or null.</summary>
    internal static Refusal? Find(SyntaxTree tree, SemanticModel model)
    {
        foreach (var node in tree.GetRoot().DescendantNodesAndSelf(descendIntoTrivia: true))
        {
            if ((Syntax(node) ?? Symbol(node, model)) is { } what)
            {
                return new Refusal(what, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1);
            }
        }

        return tree.GetRoot().DescendantTokens()
            .Where(t => t.IsKind(SyntaxKind.UnsafeKeyword) || t.IsKind(SyntaxKind.ExternKeyword))
            .Select(t => new Refusal($"the keyword {t.Text}", t.GetLocation().GetLineSpan().StartLinePosition.Line + 1))
            .FirstOrDefault();
    }

    private static string? Syntax(SyntaxNode node) => node switch
    {
        PointerTypeSyntax => "a pointer",
        FunctionPointerTypeSyntax => "a function pointer",
        FixedStatementSyntax or UnsafeStatementSyntax => "unsafe code",
        StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => "stackalloc",
        MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax => "a typed reference",
        DestructorDeclarationSyntax => "a finaliser",
        ExternAliasDirectiveSyntax => "an extern alias",
        AttributeListSyntax => "an attribute",
        NamespaceDeclarationSyntax or FileScopedNamespaceDeclarationSyntax => "a namespace",
        RegionDirectiveTriviaSyntax or EndRegionDirectiveTriviaSyntax or NullableDirectiveTriviaSyntax or PragmaWarningDirectiveTriviaSyntax => null,
        DirectiveTriviaSyntax directive => $"the directive #{directive.DirectiveNameToken.Text}",
        _ when node.IsKind(SyntaxKind.ArgListExpression) => "__arglist",
        _ => null,
    };

    private static string? Symbol(SyntaxNode node, SemanticModel model)
    {
        if (node is not (SimpleNameSyntax or PredefinedTypeSyntax or ImplicitObjectCreationExpressionSyntax or ElementAccessExpressionSyntax))
        {
            return null;
        }

        var info = model.GetSymbolInfo(node);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        symbol = symbol is IAliasSymbol alias ? alias.Target : symbol;
        return symbol switch
        {
            null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol or ITypeParameterSymbol or IDiscardSymbol => null,
            IDynamicTypeSymbol => "dynamic",
            IArrayTypeSymbol => null,
            INamedTypeSymbol type => Named(type),
            IFieldSymbol or IPropertySymbol or IMethodSymbol or IEventSymbol => Member(symbol),
            _ => symbol.Name,
        };
    }

    private static string? Named(INamedTypeSymbol type)
    {
        if (type.Locations.Any(l => l.IsInSource) || type.TypeKind == TypeKind.Error || type.IsTupleType || type.IsAnonymousType)
        {
            return null;
        }

        for (var outer = type; ; outer = outer.ContainingType)
        {
            if (outer.ContainingType is null)
            {
                return Outermost(outer) ? FileMembers.Contains(type.Name) && InTorch(outer) ? type.ToDisplayString() : null
                    : PartlyAllowed(type) ? null : type.ToDisplayString();
            }
        }
    }

    private static bool PartlyAllowed(INamedTypeSymbol type) =>
        type.ToDisplayString() is var name && OtherMembers.Any(m => m.StartsWith(name + ".", StringComparison.Ordinal))
        || type.ToDisplayString().StartsWith("System.Threading.Tasks.Task<", StringComparison.Ordinal);

    private static bool Outermost(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace.ToDisplayString();
        return InTorch(type) || Spaces.Contains(space) || (space == "System" && (Types.Contains(type.Name) || IsException(type)));
    }

    private static bool InTorch(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() is "TorchSharp" or "TorchSharp.Modules" && type.Name is not ("DatasetBase");

    private static bool IsException(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == nameof(Exception) && type.ContainingNamespace.ToDisplayString() == "System")
            {
                return true;
            }
        }

        return false;
    }

    private static string? Member(ISymbol member)
    {
        if (member.ContainingType is not { } type || member.Locations.Any(l => l.IsInSource) || type.IsTupleType || type.IsAnonymousType)
        {
            return null;
        }

        var outer = type;
        while (outer.ContainingType is { } container)
        {
            outer = container;
        }

        if (Outermost(outer))
        {
            return OfFiles(member, outer) ? member.ToDisplayString()
                : member is IPropertySymbol { SetMethod.IsStatic: true } or { Name: "GetType" } && outer.ContainingNamespace.ToDisplayString() == "System.Globalization" ? member.ToDisplayString()
                : member.ContainingNamespace.ToDisplayString() == "System" && type.Name == "Object" && member.Name is "GetType" ? null
                : null;
        }

        return OtherMembers.Contains(type.OriginalDefinition.ToDisplayString().Split('<')[0] + "." + member.Name) || type.TypeKind == TypeKind.Delegate && member.Name == "Invoke"
            ? null
            : member.ToDisplayString();
    }

    private static bool OfFiles(ISymbol member, INamedTypeSymbol outer) =>
        (InTorch(outer) && member is IMethodSymbol && FileMembers.Contains(member.Name))
        || (member is IMethodSymbol method && method.Parameters.Any(p => OfFiles(p)));

    private static bool OfFiles(IParameterSymbol parameter) =>
        parameter.Type.ContainingNamespace?.ToDisplayString() is { } space
            && (space.StartsWith("System.IO", StringComparison.Ordinal) || space.StartsWith("System.Reflection", StringComparison.Ordinal))
        || (parameter.Type.SpecialType == SpecialType.System_String && parameter.Name is "path" or "file" or "filename" or "location" or "folder" or "directory");
}

/// <summary>What an exercise may not contain, and where.</summary>
/// <param name="What">The construct or the symbol.</param>
/// <param name="Line">The line of the cell, from 1.</param>
internal sealed record Refusal(string What, int Line);
