// Where a page stands in the course.

namespace NotebookHost.Html;

/// <summary>A page to go to.</summary>
/// <param name="Url">Relative address.</param>
/// <param name="Title">What the link says.</param>
public sealed record PageLink(string Url, string Title);

/// <summary>The neighbours of a page.</summary>
public sealed record PageLinks(PageLink? Home = null, PageLink? Previous = null, PageLink? Next = null);
