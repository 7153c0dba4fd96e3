// Errors in the words of the notebook: the cell, the line, the code underlined; of a stack trace only the cell's own frames.

using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NotebookHost.Session;

internal static class ErrorMapper
{
    private const int MaximumTrace = 16;
    private const int MaximumErrors = 8;
    private const int WidestLine = 120;
    private const string Red = "\u001b[31m";
    private const string Bold = "\u001b[1m";
    private const string Grey = "\u001b[90m";
    private const string Yellow = "\u001b[33m";
    private const string Off = "\u001b[0m";

    /// <summary>The errors of a cell that does not compile.</summary>
    internal static CellError FromDiagnostics(IReadOnlyList<Diagnostic> diagnostics)
    {
        List<Diagnostic> errors = [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        var first = errors[0];

        // The same name unknown five times in a line is one mistake.
        List<Diagnostic> distinct = [.. errors.DistinctBy(d => (d.Id, LineOf(d), d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))];
        List<string> trace = [.. distinct.Take(MaximumErrors).SelectMany(Lines)];
        if (distinct.Count > MaximumErrors)
        {
            trace.Add($"{Grey}... and {distinct.Count - MaximumErrors} more errors{Off}");
        }

        return new CellError(CellError.Compilation, Sentence(first) + (distinct.Count > 1 ? $" (and {distinct.Count - 1} more)" : ""), trace, LineOf(first));
    }

    /// <summary>A warning in one line, with its code underlined below.</summary>
    internal static string Warning(Diagnostic diagnostic) => $"{Place(diagnostic)}: warning {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>The error of a cell that failed while running.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="sourceOf">The text of a cell by its name.</param>
    /// <param name="cell">The name of the cell that ran, for errors whose place only its marks know.</param>
    internal static CellError FromException(Exception exception, Func<string, string?> sourceOf, string? cell = null)
    {
        exception = Unwrap(exception);
        var (name, message) = exception switch
        {
            InsufficientExecutionStackException => ("StackOverflow", "A function of this cell calls itself without end: the stack is full. Give the recursion an end that it reaches."),
            OutOfMemoryException => (exception.GetType().Name, exception.Message.Contains("OutOfMemoryException", StringComparison.Ordinal)
                ? "The memory does not suffice. What the cell made so far is in its variables: set them to null to go on, or restart the session."
                : $"The memory does not suffice: {exception.Message}"),
            _ => (exception.GetType().FullName ?? exception.GetType().Name, exception.Message),
        };
        var frames = Frames(exception).ToList();
        if (cell is not null)
        {
            Place(frames, cell);
        }

        frames.RemoveAll(f => f.Line == 0);
        List<string> trace = [$"{Red}{Bold}{name}{Off}: {message}"];
        var repeated = 0;
        for (var i = 0; i < frames.Count; i++)
        {
            if (trace.Count > MaximumTrace)
            {
                FinishRepeats();
                trace.Add($"     {Grey}... and {frames.Count - i} more calls{Off}");
                break;
            }

            if (i > 0 && frames[i] == frames[i - 1])
            {
                repeated++;
                continue;
            }

            FinishRepeats();
            var (file, line, method) = frames[i];
            trace.Add($"  {Grey}at{Off} {method}{(method.Length > 0 ? " in " : "")}{Bold}{file}, line {line}{Off}");
            if (trace.Count < 6 && sourceOf(file)?.Split('\n') is { } source && line <= source.Length)
            {
                trace.Add($"     {source[line - 1].Trim()}");
            }
        }

        FinishRepeats();
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            trace.Add($"  {Grey}because of{Off} {inner.GetType().Name}: {inner.Message}");
        }

        return new CellError(name, message, trace, frames.Count > 0 ? frames[0].Line : null);

        void FinishRepeats()
        {
            if (repeated > 0)
            {
                trace.Add($"     {Grey}... the same {repeated} more times{Off}");
                repeated = 0;
            }
        }
    }

    /// <summary>The error of a cell that was stopped.</summary>
    internal static CellError Stopped(string sentence) =>
        new(CellError.Interrupted, sentence, [$"{Yellow}{sentence}{Off}"], null);

    /// <summary>An error in one sentence, without a trace.</summary>
    internal static CellError Plain(string name, string sentence, int? line = null) =>
        new(name, sentence, [$"{Red}{Bold}{name}{Off}: {(line is { } at ? $"line {at}: " : "")}{sentence}"], line);

    private static Exception Unwrap(Exception exception)
    {
        while (exception is TargetInvocationException or TypeInitializationException or AggregateException { InnerExceptions.Count: 1 } && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    /// <summary>
    /// Optimised code does not always know its line: then the innermost call has line 0, and the last mark that ran tells it.
    /// </summary>
    private static void Place(List<(string File, int Line, string Method)> frames, string cell)
    {
        var (number, line) = Math.DivRem(CellGuard.Mark, CellGuard.LinesOfACell);
        var marked = frames.Count > 0 && frames[0].File.Length > 0 ? frames[0].File : cell;
        if (number > 0 && marked == $"cell[{number}]" && frames.Count > 0)
        {
            frames[0] = (marked, (int)line, frames[0].Method);
        }
    }

    private static IEnumerable<(string File, int Line, string Method)> Frames(Exception exception)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (IsCell(frame.GetMethod()))
            {
                yield return frame.GetFileName() is { } file && frame.GetFileLineNumber() is > 0 and < 0xFEEFEE and var line
                    ? (CellName(file), line, NameOf(frame.GetMethod()))
                    : ("", 0, NameOf(frame.GetMethod()));
            }
        }
    }

    private static bool IsCell(MethodBase? method) =>
        method is not null && System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(method.Module.Assembly) is CellAssemblies;

    /// <summary>The symbols hold a cell's name as if it were a file of the working directory.</summary>
    private static string CellName(string file) => Path.GetFileName(file) is var name && name.Contains("cell[", StringComparison.Ordinal) ? name : file;

    private static string NameOf(MethodBase? method)
    {
        if (method is null)
        {
            return "";
        }

        var name = method.Name;
        var owner = method.DeclaringType;
        if (owner?.Name is { } type && type.StartsWith('<') && name == "MoveNext")
        {
            name = type;
            owner = owner.DeclaringType;
        }

        if (name.StartsWith('<'))
        {
            // <Outer>g__Inner|0_0 is a local function, <Outer>b__0 a lambda, <<Initialize>>d__0 the cell itself.
            var local = name.IndexOf(">g__", StringComparison.Ordinal);
            name = local >= 0 ? name[(local + 4)..].Split('|')[0]
                : name.Contains("<Initialize>", StringComparison.Ordinal) || name.Contains("<Main>", StringComparison.Ordinal) ? ""
                : name.Contains(">b__", StringComparison.Ordinal) ? "a lambda"
                : name.Trim('<').Split('>')[0];
        }

        var visible = owner?.Name is { } n && !n.StartsWith('<') && n is not "Script" && !n.StartsWith("Submission#", StringComparison.Ordinal) ? n + "." : "";
        return name.Length == 0 || name == "a lambda" ? name : $"{visible}{name}";
    }

    private static IEnumerable<string> Lines(Diagnostic diagnostic)
    {
        yield return $"{Bold}{Place(diagnostic)}{Off}: {Red}error {diagnostic.Id}{Off}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            yield break;
        }

        var span = diagnostic.Location.GetLineSpan();
        var lines = tree.GetText().Lines;
        var text = lines[Math.Min(span.StartLinePosition.Line, lines.Count - 1)].ToString();
        var start = Math.Min(span.StartLinePosition.Character, text.Length);
        var end = span.EndLinePosition.Line == span.StartLinePosition.Line ? span.EndLinePosition.Character : text.Length;
        var length = Math.Max(1, end - start);
        (text, start) = Window(text, start, ref length);
        var indent = new string([.. text[..start].Select(c => c == '\t' ? '\t' : ' ')]);
        yield return "    " + text;
        yield return $"    {indent}{Red}{new string('^', length)}{Off}";
    }

    /// <summary>Of a long line the part around the mistake: wrapped, the marks below would stand anywhere.</summary>
    private static (string Text, int Start) Window(string text, int start, ref int length)
    {
        if (text.Length <= WidestLine)
        {
            return (text, start);
        }

        var from = Math.Clamp(start - (WidestLine / 3), 0, text.Length - WidestLine);
        var shown = text.Substring(from, WidestLine);
        length = Math.Min(length, Math.Max(1, WidestLine - (start - from)));
        return ((from > 0 ? "… " : "") + shown + (from + WidestLine < text.Length ? " …" : ""), start - from + (from > 0 ? 2 : 0));
    }

    private static string Sentence(Diagnostic diagnostic) =>
        $"{Place(diagnostic)}: {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";

    private static string Place(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return span.IsValid ? $"{span.Path}, line {span.StartLinePosition.Line + 1}" : "cell";
    }

    private static int? LineOf(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return span.IsValid ? span.StartLinePosition.Line + 1 : null;
    }
}
