// Compiles the cell of an exercise as a script, with few references and under the policy. It runs in a child process: text can
// be written that makes any compiler overflow its stack.

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using NotebookHost.Session;

namespace NotebookHost.Grading;

internal sealed class CellCompiler
{
    private static readonly string[] References =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Runtime.Extensions", "System.Collections", "System.Collections.Immutable", "System.Linq",
        "System.Memory", "System.Runtime.Numerics", "System.Numerics.Vectors", "System.Console", "System.Diagnostics.Debug", "System.Threading",
        "System.Threading.Tasks", "netstandard", "TorchSharp", "ConvNets",
    ];

    // The lessons' own, on one line before the cell's first, so that lines keep their numbers.
    private const string Usings =
        "using System; using System.Collections.Generic; using System.Linq; using System.Text; using System.Threading.Tasks; " +
        "using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn; " +
        "using F = TorchSharp.torch.nn.functional; using ConvNets.Geometry; using ConvNets.Layers; using ConvNets.Blocks; ";

    private static readonly CSharpParseOptions ParseOptions = new(SubmissionCompiler.Language, DocumentationMode.None, SourceCodeKind.Script);
    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly CSharpCompilation prepared;
    private readonly bool policy;
    private readonly SyntaxTree empty = Parse("");

    /// <summary>Reads the references.</summary>
    /// <param name="policy">Whether the allow-lists hold; without them everything of the platform may be named.</param>
    internal CellCompiler(bool policy)
    {
        this.policy = policy;
        var platform = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !policy || References.Contains(Path.GetFileNameWithoutExtension(p)));
        prepared = CSharpCompilation.CreateScriptCompilation(
            "cell",
            empty,
            platform.Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: !policy, concurrentBuild: false),
            returnType: typeof(object));
    }

    /// <summary>Compiles a cell: its image, its symbols and the place of its entry, or the sentence that says why not.</summary>
    internal object?[] Compile(string source)
    {
        var tree = Parse(source);

        // The same name for every cell: then the compiler reads the references once. Each is loaded into a context of its own.
        var compilation = prepared.ReplaceSyntaxTree(empty, tree);
        if (policy && CodePolicy.Find(tree, compilation.GetSemanticModel(tree)) is { } refusal)
        {
            return ["refused", $"line {refusal.Line}: an exercise may not use {refusal.What}"];
        }

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols, options: Emit);
        if (!emitted.Success)
        {
            var errors = emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            var sentence = errors.Count == 0 ? "the cell does not compile" : Sentence(errors[0]);
            return ["invalid", errors.Count > 1 ? $"{sentence} (and {errors.Count - 1} more)" : sentence];
        }

        var entry = compilation.GetEntryPoint(default)!;
        return ["compiled", image.ToArray(), symbols.ToArray(), entry.ContainingType.MetadataName, entry.MetadataName];
    }

    private static string Sentence(Diagnostic diagnostic) => string.Create(
        CultureInfo.InvariantCulture,
        $"line {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(SourceText.From(Usings + source, System.Text.Encoding.UTF8), ParseOptions, "exercise");
}
