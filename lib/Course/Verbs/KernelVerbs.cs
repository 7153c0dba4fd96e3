// `course kernel`: the C# Jupyter kernel.

using System.CommandLine;
using NotebookHost.Jupyter;

namespace Course.Verbs;

internal static class KernelVerbs
{
    /// <summary>The group with its verbs.</summary>
    public static Command Create()
    {
        var group = new Command("kernel", "The C# kernel for Jupyter: install, uninstall, run.") { new Install(), new Uninstall(), new Run() };
        HelpWithExamples.Attach(group);
        return group;
    }

    private static Option<string?> Prefix() => Values.Text("--prefix", "DIR", "The environment to install into, for example $CONDA_PREFIX; without it for the user.");

    private sealed class Install : Verb
    {
        private readonly Option<string?> prefix = Prefix();

        public Install() : base(
            "install",
            "Register the kernel with Jupyter.",
            "course kernel install",
            "course kernel install --prefix \"$CONDA_PREFIX\"") => Add(prefix);

        public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
        {
            foreach (var result in KernelSpec.Install(parsed.GetValue(prefix)))
            {
                terminal.Out.WriteLine(result.Written
                    ? $"Registered {result.Name} in {result.Folder}"
                    : $"Left {result.Name} to the kernel in {result.Folder}; choose \"C#\" in Jupyter to use this one.");
            }

            return Cli.Success;
        }
    }

    private sealed class Uninstall : Verb
    {
        private readonly Option<string?> prefix = Prefix();

        public Uninstall() : base("uninstall", "Remove the registration.", "course kernel uninstall") => Add(prefix);

        public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
        {
            var removed = KernelSpec.Uninstall(parsed.GetValue(prefix));
            foreach (var folder in removed)
            {
                terminal.Out.WriteLine($"Removed {folder}");
            }

            if (removed.Count == 0)
            {
                terminal.Out.WriteLine("There was no registration of this kernel.");
            }

            return Cli.Success;
        }
    }

    private sealed class Run : Verb
    {
        private readonly Argument<string> file = new("CONNECTION_FILE") { Description = "The file that Jupyter wrote." };

        public Run() : base("run", "Serve one notebook; Jupyter calls this.", "course kernel run kernel-1234.json") => Add(file);

        public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token) => JupyterKernel.Run(parsed.GetRequiredValue(file));
    }
}
