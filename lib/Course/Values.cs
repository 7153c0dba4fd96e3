// Options and arguments whose mistakes are answered with a sentence.

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Course;

internal static class Values
{
    /// <summary>An option without a value.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>Free text.</summary>
    public static Option<string?> Text(string name, string help, string description, string? otherwise = null)
    {
        var option = new Option<string?>(name) { HelpName = help, Description = description };
        if (otherwise is not null)
        {
            option.DefaultValueFactory = _ => otherwise;
        }

        return option;
    }

    /// <summary>One of a few words.</summary>
    public static Option<string> Choice(string name, string description, string otherwise, params string[] words) => new(name)
    {
        HelpName = string.Join('|', words),
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            var word = Only(result).ToLowerInvariant();
            if (!words.Contains(word))
            {
                result.AddError($"{name} takes {string.Join(", ", words[..^1])} or {words[^1]}, not \"{word}\".{Nearest.Suggest(word, words)}");
            }

            return word;
        },
    };

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>; null where it is not given.</summary>
    public static Option<int?> Whole(string name, string help, string description, int least = 1, int most = int.MaxValue) => new(name)
    {
        HelpName = help,
        Description = description,
        CustomParser = result =>
        {
            var text = Only(result);
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            {
                return value;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a whole number from {least} to {most}, not \"{text}\"."));
            return null;
        },
    };

    /// <summary>A number of at least or <paramref name="above"/> a bound, and at most or <paramref name="below"/> one; null where it is not given.</summary>
    public static Option<double?> Number(
        string name, string help, string description, double least = 0, double most = double.MaxValue, double below = double.PositiveInfinity, double above = double.NegativeInfinity) => new(name)
        {
            HelpName = help,
            Description = description,
            CustomParser = result =>
            {
                var text = Only(result);
                if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value > above && value <= most && value < below)
                {
                    return value;
                }

                var bound = below < double.PositiveInfinity ? $" and below {below}" : most < double.MaxValue ? $" and at most {most}" : "";
                var from = above > double.NegativeInfinity ? $"above {above}" : $"of at least {least}";
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number {from}{bound}, with a point as in 0.1, not \"{text}\"."));
                return null;
            },
        };

    /// <summary>Threads of the engine; null where it is not given.</summary>
    public static Option<int?> Threads() => Whole("--threads", "N", "Threads of the engine (default: all cores).", most: 256);

    /// <summary>A picture's size, <c>CxHxW</c>.</summary>
    // Of larger pictures the deepest nets have more MACs than a long can count.
    public static Option<long[]?> Size(string name, string description, int most = 65_536) => new(name)
    {
        HelpName = "CxHxW",
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            var text = Only(result);
            var parts = text.ToLowerInvariant().Split('x', '×');
            var size = new long[3];
            if (parts.Length == 3 && Enumerable.Range(0, 3).All(i => long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out size[i]) && size[i] > 0 && size[i] <= most))
            {
                return size;
            }

            result.AddError($"{name} takes channels x height x width, each from 1 to {most}, for example 3x224x224, not \"{text}\".");
            return null;
        },
    };

    /// <summary>The words of a list with commas between, each once.</summary>
    /// <param name="option">The option that has the list, for the sentence.</param>
    /// <param name="list">What was given.</param>
    /// <param name="known">The words that there are.</param>
    /// <exception cref="UsageException">A word is not known, or there is none.</exception>
    public static IReadOnlyList<string> List(string option, string list, IReadOnlyList<string> known)
    {
        var words = list.ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        var unknown = words.Count == 0 ? list : words.Find(word => !known.Contains(word));
        return unknown is null
            ? words
            : throw new UsageException($"{option} takes {string.Join(", ", known)}, with commas between where it is several, not \"{unknown}\".{Nearest.Suggest(unknown, known)}");
    }

    // An option that is given twice has two; the parser says so.
    private static string Only(ArgumentResult result) => result.Tokens is [var only] ? only.Value : "";
}
