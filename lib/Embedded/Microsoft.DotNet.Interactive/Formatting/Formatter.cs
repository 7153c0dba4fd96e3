// The registry: which formatter renders a type in a MIME type, and which MIME types a type prefers.

using System.Collections.Concurrent;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Registers and looks up formatters. What a notebook registers wins over what a type declares, and that over the defaults.</summary>
public static class Formatter
{
    private static readonly Lock Gate = new();
    private static readonly List<ITypeFormatter> Registered = [];
    private static readonly List<ITypeFormatter> Builtin = [];
    private static readonly Dictionary<Type, string[]> BuiltinPreferences = [];
    private static readonly List<(Type Type, string[] MimeTypes)> Preferences = [];
    private static readonly ConcurrentDictionary<(Type, string), ITypeFormatter[]> Found = new();

    /// <summary>The MIME type of values whose type prefers none.</summary>
    public static string DefaultMimeType { get; set; } = HtmlFormatter.MimeType;

    /// <summary>How many elements of a sequence are shown.</summary>
    public static int ListExpansionLimit { get; set; } = 20;

    /// <summary>How deep nested values are followed.</summary>
    public static int RecursionLimit { get; set; } = 6;

    /// <summary>How null is written.</summary>
    public static string NullString { get; set; } = "<null>";

    /// <summary>Registers a formatter that returns text.</summary>
    public static void Register<T>(Func<T, string> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register<T>((value, context) => { context.Writer.Write(formatter(value)); return true; }, mimeType);

    /// <summary>Registers a formatter that writes.</summary>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register<T>((value, context) => { formatter(value, context.Writer); return true; }, mimeType);

    /// <summary>Registers a formatter that may decline.</summary>
    public static void Register<T>(FormatDelegate<T> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register(new AnyTypeFormatter(typeof(T), mimeType, (value, context) => value is T typed && formatter(typed, context)));

    /// <summary>Registers a formatter for a type known at run time; an open generic type means all of its closed ones.</summary>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register(type, (value, context) => { formatter(value, context.Writer); return true; }, mimeType);

    /// <summary>Registers a formatter, which may decline, for a type known at run time.</summary>
    public static void Register(Type type, FormatDelegate<object> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register(new AnyTypeFormatter(type, mimeType, formatter));

    /// <summary>Registers a formatter object.</summary>
    public static void Register(ITypeFormatter formatter)
    {
        lock (Gate)
        {
            Registered.Add(formatter);
            Found.Clear();
        }
    }

    /// <summary>Says in which MIME types values of <paramref name="type"/> are shown, best first.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes)
    {
        lock (Gate)
        {
            Preferences.Add((type, preferredMimeTypes));
        }
    }

    /// <summary>The MIME types in which values of <paramref name="type"/> are shown.</summary>
    public static IReadOnlyCollection<string> GetPreferredMimeTypesFor(Type type)
    {
        lock (Gate)
        {
            var stated = Preferences
                .Where(p => TypeDistance.Between(type, p.Type) is not null)
                .Reverse()
                .OrderBy(p => TypeDistance.Between(type, p.Type))
                .Select(p => p.MimeTypes)
                .FirstOrDefault();
            if (stated is not null)
            {
                return stated;
            }

            var builtin = BuiltinPreferences
                .Where(p => TypeDistance.Between(type, p.Key) is not null)
                .OrderBy(p => TypeDistance.Between(type, p.Key))
                .Select(p => p.Value)
                .FirstOrDefault();
            if (builtin is not null)
            {
                return builtin;
            }

            return DeclaredFormatters.Of(type) is { PreferredMimeTypes.Count: > 0 } declared
                ? declared.PreferredMimeTypes
                : [type == typeof(string) ? PlainTextFormatter.MimeType : DefaultMimeType];
        }
    }

    /// <summary>The formatter that renders values of <paramref name="actualType"/> in <paramref name="mimeType"/>.</summary>
    public static ITypeFormatter GetPreferredFormatterFor(Type actualType, string mimeType) => Candidates(actualType, mimeType)[0];

    /// <summary>Forgets all that the notebook registered.</summary>
    public static void ResetToDefault()
    {
        lock (Gate)
        {
            Registered.Clear();
            Preferences.Clear();
            Found.Clear();
        }

        DefaultMimeType = HtmlFormatter.MimeType;
        ListExpansionLimit = 20;
        RecursionLimit = 6;
        NullString = "<null>";
    }

    /// <summary>Renders a value as text.</summary>
    public static string ToDisplayString(this object? obj, string mimeType = PlainTextFormatter.MimeType)
    {
        var writer = NewWriter();
        obj.FormatTo(new FormatContext(writer), mimeType);
        return writer.ToString();
    }

    /// <summary>Renders a value with a given formatter.</summary>
    public static string ToDisplayString(this object? obj, ITypeFormatter formatter)
    {
        var writer = NewWriter();
        if (obj is null)
        {
            writer.Write(NullString);
        }
        else
        {
            formatter.Format(obj, new FormatContext(writer));
        }

        return writer.ToString();
    }

    /// <summary>Renders a value into a context, from within another formatter.</summary>
    public static void FormatTo<T>(this T obj, FormatContext context, string mimeType)
    {
        if (obj is null)
        {
            DefaultFormatters.FormatNull(context, mimeType);
            return;
        }

        using (context.Enter())
        {
            if (context.Depth > RecursionLimit)
            {
                DefaultFormatters.FormatTooDeep(obj, context, mimeType);
                return;
            }

            foreach (var formatter in Candidates(obj.GetType(), mimeType))
            {
                if (formatter.Format(obj, context))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Registers a host's formatter: it loses against the notebook's own and survives <see cref="ResetToDefault"/>.</summary>
    internal static void RegisterBuiltin<T>(FormatDelegate<T> formatter, string mimeType)
    {
        lock (Gate)
        {
            Builtin.Add(new AnyTypeFormatter(typeof(T), mimeType, (value, context) => value is T typed && formatter(typed, context)));
            Found.Clear();
        }
    }

    /// <summary>Says how a host's own type is shown; see <see cref="RegisterBuiltin"/>.</summary>
    internal static void SetBuiltinPreference(Type type, params string[] mimeTypes)
    {
        lock (Gate)
        {
            BuiltinPreferences[type] = mimeTypes;
        }
    }

    private static StringWriter NewWriter() => new(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };

    private static ITypeFormatter[] Candidates(Type type, string mimeType) => Found.GetOrAdd((type, mimeType), static key =>
    {
        var (type, mimeType) = key;
        lock (Gate)
        {
            return
            [
                .. Matching(Registered, type, mimeType),
                .. Matching(Builtin, type, mimeType),
                .. DeclaredFormatters.Of(type)?.Formatters.Where(f => f.MimeType == mimeType) ?? [],
                DefaultFormatters.For(mimeType),
            ];
        }
    });

    private static IEnumerable<ITypeFormatter> Matching(List<ITypeFormatter> formatters, Type type, string mimeType) =>
        formatters
            .Where(f => f.MimeType == mimeType && TypeDistance.Between(type, f.Type) is not null)
            .Reverse()
            .OrderBy(f => TypeDistance.Between(type, f.Type));
}

/// <summary>Settings for one type.</summary>
public static class Formatter<T>
{
    private static int? listExpansionLimit;

    /// <summary>How many elements of a <typeparamref name="T"/> are shown.</summary>
    public static int ListExpansionLimit
    {
        get => listExpansionLimit ?? Formatter.ListExpansionLimit;
        set => listExpansionLimit = value;
    }
}
