// The parser's complaints in our words: what is wrong, what is known, what to do.

using System.CommandLine;
using System.CommandLine.Parsing;

namespace Course;

internal static class UsageErrors
{
    /// <summary>One sentence for a command line that does not parse; null where it does.</summary>
    public static string? In(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            return Unknown(unknown, command);
        }

        // The parser takes an option that it does not know for an argument where the verb has room for one.
        if (parsed.Tokens.All(t => t.Type != TokenType.DoubleDash)
            && parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).FirstOrDefault(t => t.Value is ['-', '-' or (>= 'a' and <= 'z'), ..]) is { } given)
        {
            return Unknown(given.Value, command);
        }

        if (parsed.Errors is not [var first, ..])
        {
            return null;
        }

        if (command is not Verb)
        {
            return MissingVerb(command);
        }

        return first.SymbolResult switch
        {
            OptionResult { Tokens: [], IdentifierToken: not null } option => $"{option.Option.Name} needs a value{Named(option.Option.HelpName)}; see {Path(command)} --help.",
            OptionResult { Tokens.Count: > 1 } option when option.Option.Arity.MaximumNumberOfValues == 1 => $"{option.Option.Name} is given {option.Tokens.Count} times; give it once.",
            CommandResult or OptionResult { IdentifierToken: null } or ArgumentResult { Tokens: [] } when Missing(parsed) is { } name => $"{Path(command)} needs {name}; see {Path(command)} --help.",
            _ => Sentences.OneLine(first.Message),
        };
    }

    /// <summary>The sentence for a word that no verb or option has.</summary>
    public static string Unknown(string word, Command command)
    {
        if (word.StartsWith('-') && word.Length > 1)
        {
            var options = command.Options.Where(o => !o.Hidden).Select(o => o.Name).ToArray();
            return $"{Path(command)} has no option {word}.{Nearest.Suggest(word, options)} See {Path(command)} --help.";
        }

        if (command.Subcommands.Any(c => c.Name == word))
        {
            return $"Leave out the -- before {word}: {Path(command)} {word}.";
        }

        return command is Verb
            ? $"{Path(command)} does not know what to do with \"{word}\"; see {Path(command)} --help."
            : $"There is no verb \"{word}\" in {Path(command)}.{Nearest.Suggest(word, command.Subcommands.Select(c => c.Name))} See {Path(command)} --help.";
    }

    /// <summary>The sentence for a group of verbs without one.</summary>
    public static string MissingVerb(Command command) =>
        $"{Path(command)} needs one of {string.Join(", ", command.Subcommands.Select(c => c.Name))}; see {Path(command)} --help.";

    /// <summary>The words that lead to a command: "course data get".</summary>
    public static string Path(Command command) =>
        command is RootCommand ? "course" : $"{Path(command.Parents.OfType<Command>().First())} {command.Name}";

    private static string Named(string? name) => string.IsNullOrEmpty(name) ? "" : $" ({name})";

    private static string? Missing(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 })?.Name
        ?? parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Required && parsed.GetResult(o) is not { IdentifierToken: not null })?.Name;
}
