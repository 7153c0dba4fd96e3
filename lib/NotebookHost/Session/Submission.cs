// A compiled cell: its place in the chain, its code, and what the compiler had to say.

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookHost.Session;

/// <param name="Compilation">The compilation of the rewritten code, the link for the next cell.</param>
/// <param name="Image">The assembly, empty when there are errors.</param>
/// <param name="Symbols">The portable PDB.</param>
/// <param name="Diagnostics">Errors and warnings about the code as it was written.</param>
/// <param name="Entry">Type and method that run it.</param>
/// <param name="HasResult">Whether the cell ends in an expression with a value.</param>
internal sealed record Submission(
    CSharpCompilation Compilation,
    byte[] Image,
    byte[] Symbols,
    IReadOnlyList<Diagnostic> Diagnostics,
    (string Type, string Method) Entry,
    bool HasResult)
{
    internal bool Failed => Image.Length == 0;
}
