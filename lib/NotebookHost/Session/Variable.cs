// A top-level variable of the session.

namespace NotebookHost.Session;

/// <summary>A variable that cells declared.</summary>
public sealed record Variable(string Name, Type Type, object? Value);
