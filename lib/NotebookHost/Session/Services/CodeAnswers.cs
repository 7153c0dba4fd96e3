// What the editing services answer: plain records that Jupyter and a browser page share.

namespace NotebookHost.Session.Services;

/// <summary>A word that fits at the cursor.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">keyword, class, struct, interface, enum, delegate, method, property, field, event, namespace, local, parameter, constant or magic.</param>
/// <param name="Detail">Its signature in one line; empty when there is nothing to add.</param>
public sealed record Completion(string Text, string Kind, string Detail);

/// <summary>The words that fit at the cursor, and the part of the code that they replace.</summary>
/// <param name="Start">First character replaced.</param>
/// <param name="End">One past the last.</param>
/// <param name="Items">Best first.</param>
public sealed record Completions(int Start, int End, IReadOnlyList<Completion> Items);

/// <summary>One overload of the function that is being called.</summary>
/// <param name="Label">The signature.</param>
/// <param name="Documentation">Its summary, or empty.</param>
/// <param name="Parameters">Each parameter and what is said of it.</param>
public sealed record Signature(string Label, string Documentation, IReadOnlyList<(string Label, string Documentation)> Parameters);

/// <summary>The overloads at the cursor.</summary>
/// <param name="Overloads">The overloads, the best fit first.</param>
/// <param name="ActiveParameter">The parameter that the cursor is at.</param>
public sealed record SignatureHelp(IReadOnlyList<Signature> Overloads, int ActiveParameter);

/// <summary>What is known of the name at the cursor.</summary>
/// <param name="Signature">Its declaration in one line.</param>
/// <param name="Documentation">Summary, parameters, returned value, exceptions; empty when undocumented.</param>
/// <param name="Value">The value of a session's variable, or null.</param>
public sealed record Hover(string Signature, string Documentation, string? Value);

/// <summary>Whether code can run as it stands.</summary>
public enum Completeness
{
    /// <summary>It can run.</summary>
    Complete,

    /// <summary>More lines are needed.</summary>
    Incomplete,

    /// <summary>No further line can make it right.</summary>
    Invalid,
}

/// <summary>An error or warning of code that did not run yet.</summary>
/// <param name="Severity">error or warning.</param>
/// <param name="Id">The compiler's number, such as CS1002.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Start">First character concerned.</param>
/// <param name="End">One past the last.</param>
/// <param name="Line">The line, counted from 1.</param>
public sealed record CodeDiagnostic(string Severity, string Id, string Message, int Start, int End, int Line);
