// `--help`: the library's page, then examples that can be copied.

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Course;

internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Gives a command a help page with examples.</summary>
    public static void Attach(Command command)
    {
        var option = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (option is null)
        {
            option = new HelpOption();
            command.Add(option);
        }

        option.Description = "Show this help.";
        option.Action = new HelpWithExamples(new HelpAction { MaxWidth = 120 });
    }

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var page = new StringWriter();
        var configuration = new InvocationConfiguration { Output = page, Error = page };
        parseResult.InvocationConfiguration.Output = page;
        try
        {
            help.Invoke(parseResult);
        }
        finally
        {
            parseResult.InvocationConfiguration.Output = output;
        }

        output.WriteLine(page.ToString().TrimEnd());
        if (parseResult.CommandResult.Command is Verb { Examples: [_, ..] examples })
        {
            output.WriteLine();
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine("  " + example);
            }
        }

        return Cli.Success;
    }
}
