// A cell taken apart: C# code, texts in other languages, and magic commands, in their order. C# segments keep their line
// numbers: what is not theirs is replaced by empty lines.

using System.Text;
using System.Text.RegularExpressions;

namespace NotebookHost.Session.Magics;

internal enum SegmentKind
{
    Code,
    Markdown,
    Html,
    JavaScript,
    Command,
}

/// <summary>A part of a cell.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The code, or the command's argument.</param>
/// <param name="Name">The command's name.</param>
/// <param name="Line">The line of the cell, counted from 1.</param>
internal sealed record Segment(SegmentKind Kind, string Text, string Name, int Line);

internal sealed partial class CellScript
{
    private CellScript(IReadOnlyList<Segment> segments, IReadOnlyList<PackageRequest> packages, IReadOnlyList<string> sources)
    {
        Segments = segments;
        Packages = packages;
        PackageSources = sources;
    }

    internal IReadOnlyList<Segment> Segments { get; }

    /// <summary>The packages of all <c>#r "nuget: ..."</c> lines: they are there before any code runs.</summary>
    internal IReadOnlyList<PackageRequest> Packages { get; }

    internal IReadOnlyList<string> PackageSources { get; }

    /// <exception cref="MagicException">An unknown magic: nothing of the cell runs.</exception>
    internal static CellScript Parse(string code)
    {
        List<Segment> segments = [];
        List<PackageRequest> packages = [];
        List<string> sources = [];
        if (!code.Contains("#!", StringComparison.Ordinal) && !code.Contains("nuget:", StringComparison.OrdinalIgnoreCase) && !code.Contains("#load", StringComparison.Ordinal))
        {
            return new CellScript([new Segment(SegmentKind.Code, code, "", 1)], packages, sources);
        }

        var kind = SegmentKind.Code;
        var start = 1;
        var text = new StringBuilder();
        var lines = code.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (kind == SegmentKind.Code && Package().Match(line) is { Success: true } package)
            {
                Add(package, i + 1);
                text.Append('\n');
            }
            else if (kind == SegmentKind.Code && Load().Match(line) is { Success: true } load)
            {
                // As an import the file's loops are guarded, so that they can be interrupted; the compiler's own #load would leave them bare.
                Close(i + 2);
                segments.Add(new Segment(SegmentKind.Command, load.Groups["file"].Value, "load", i + 1));
            }
            else if (!line.StartsWith("#!", StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
            }
            else
            {
                var parts = line[2..].Split(' ', 2, StringSplitOptions.TrimEntries);
                var argument = parts.Length > 1 ? parts[1] : "";
                var language = MagicCommands.Language(parts[0]);
                if (language is null && MagicCommands.Find(parts[0]) is null)
                {
                    throw new MagicException(MagicCommands.Unknown(parts[0]), i + 1);
                }

                Close(i + 2);
                if (language is { } next)
                {
                    kind = next;
                    text.Append(argument);
                }
                else
                {
                    segments.Add(new Segment(SegmentKind.Command, argument, parts[0], i + 1));
                }
            }
        }

        Close(0);
        return new CellScript(segments, packages, sources);

        void Add(Match match, int line)
        {
            if (match.Groups["kind"].Value == "i")
            {
                sources.Add(match.Groups["what"].Value.Trim());
            }
            else
            {
                packages.Add(PackageRequest.Parse(match.Groups["what"].Value, line));
            }
        }

        void Close(int nextLine)
        {
            var written = text.ToString().TrimEnd('\n');
            if (written.Trim().Length > 0)
            {
                // Code is moved down to its own lines, so that errors name the lines of the cell.
                segments.Add(new Segment(kind, kind == SegmentKind.Code ? new string('\n', start - 1) + written : written.Trim('\n'), "", start));
            }

            text.Clear();
            start = nextLine;
        }
    }

    [GeneratedRegex("""^#(?<kind>[ri])\s+"nuget:(?<what>[^"]*)"\s*;?\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex Package();

    [GeneratedRegex("""^#load\s+"(?<file>[^"]+)"\s*;?\s*$""")]
    private static partial Regex Load();
}
