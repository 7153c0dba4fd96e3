// Compiles the cells of a session as one chain of script submissions. References and usings are given to the first one only
// and inherited from there: repeating them for each cell would cost gigabytes after a thousand.

using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace NotebookHost.Session;

internal sealed class SubmissionCompiler
{
    /// <summary>In scope in every cell: .NET Interactive's six namespaces and its top-level functions.</summary>
    internal static readonly string[] Usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "Microsoft.DotNet.Interactive.Kernel", "Microsoft.DotNet.Interactive.Jupyter.TopLevelMethods",
    ];

    /// <summary>The language of .NET 10: what runs here compiles with the SDK, too.</summary>
    internal const LanguageVersion Language = LanguageVersion.CSharp14;

    private static readonly CSharpParseOptions ParseOptions = new(Language, DocumentationMode.None, SourceCodeKind.Script);
    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private static readonly Lock Binding = new();

    private readonly CSharpCompilationOptions options;
    private readonly List<MetadataReference> added = [];
    private int count;

    internal SubmissionCompiler(ReferenceResolver references, string workingDirectory)
    {
        options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: Usings,
            optimizationLevel: OptimizationLevel.Debug,
            allowUnsafe: true,
            metadataReferenceResolver: references,
            sourceReferenceResolver: new SourceFileResolver([], workingDirectory),
            specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic>
            {
                ["CS1701"] = ReportDiagnostic.Suppress,
                ["CS1702"] = ReportDiagnostic.Suppress,
                ["CS8632"] = ReportDiagnostic.Suppress,
                ["CS1591"] = ReportDiagnostic.Suppress,
            });
    }

    /// <summary>The last cell that compiled; null at the start.</summary>
    internal CSharpCompilation? Last { get; private set; }

    /// <summary>Adds a reference for the cells to come.</summary>
    internal void AddReference(MetadataReference reference) => added.Add(reference);

    /// <summary>Parses a cell's code.</summary>
    internal static SyntaxTree Parse(string code, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path);

    /// <summary>Binds code after the last cell without making it part of the chain, for completion and the like.</summary>
    internal CSharpCompilation Bind(SyntaxTree tree) => Chain(tree);

    /// <summary>Compiles a cell. It becomes part of the chain when <see cref="Commit"/> is called.</summary>
    internal Submission Compile(string code, string path, int cell, CancellationToken cancellationToken)
    {
        var tree = Parse(code, path);

        // Debug code names the exact line of an error. Where loops nest, a cell computes: there it is optimised and leaves marks.
        var computes = NestedLoops.In(tree.GetRoot());
        var compilation = Chain(GuardRewriter.Rewrite(tree, computes ? cell : 0));
        if (computes)
        {
            compilation = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        }

        var image = new MemoryStream();
        var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols, options: Emit, cancellationToken: cancellationToken);
        var spoken = emitted.Diagnostics.Any(d => d.Severity >= DiagnosticSeverity.Warning);
        if (!emitted.Success)
        {
            return new Submission(compilation, [], [], Spoken(Original(), cancellationToken, emitted), default, false);
        }

        var entry = compilation.GetEntryPoint(cancellationToken)!;
        return new Submission(
            compilation,
            image.ToArray(),
            symbols.ToArray(),
            spoken ? Spoken(Original(), cancellationToken, null) : [],
            (entry.ContainingType.MetadataName, entry.MetadataName),
            HasResult(compilation));

        CSharpCompilation Original() => Chain(tree);
    }

    /// <summary>Makes a compiled cell the one that the next cell continues, if it left anything to continue.</summary>
    internal void Commit(Submission submission)
    {
        if (Declares(submission.Compilation))
        {
            Last = submission.Compilation;
            added.Clear();
        }

        count++;
    }

    // A cell that only computes and shows is kept by nobody: the compiler's memory of a cell is tens of kilobytes.
    private static bool Declares(CSharpCompilation compilation)
    {
        var root = (CompilationUnitSyntax)compilation.SyntaxTrees[^1].GetRoot();
        return root.Usings.Count + root.Externs.Count > 0
            || root.ContainsDirectives && root.GetReferenceDirectives().Count > 0
            || compilation.ScriptClass!.GetMembers().Any(m => !m.IsImplicitlyDeclared);
    }

    private static IReadOnlyList<Diagnostic> Spoken(CSharpCompilation compilation, CancellationToken cancellationToken, EmitResult? failure)
    {
        List<Diagnostic> said = [.. compilation.GetDiagnostics(cancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)];
        return failure is null || said.Exists(d => d.Severity == DiagnosticSeverity.Error)
            ? said
            : [.. failure.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
    }

    private static bool HasResult(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[^1];
        var root = (CompilationUnitSyntax)tree.GetRoot();
        if (root.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last })
        {
            var type = compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type;
            return type?.SpecialType != SpecialType.System_Void;
        }

        return root.Members.OfType<GlobalStatementSyntax>().Any(m => m.Statement.DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .Any(n => n is ReturnStatementSyntax { Expression: not null }));
    }

    private CSharpCompilation Chain(SyntaxTree tree)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation(
            $"cell-{count}-{Guid.NewGuid():N}",
            tree,
            Last is null ? [.. SessionReferences.All, .. added] : added,
            Last is null ? options : options.WithUsings(System.Collections.Immutable.ImmutableArray<string>.Empty),
            Last,
            typeof(object));

        // An editor asks while a cell compiles, and the first cell may come during the warm-up. Two compilations that bind the same
        // references at once can end up with two symbols for one type.
        lock (Binding)
        {
            _ = compilation.Assembly;
        }

        return compilation;
    }
}
