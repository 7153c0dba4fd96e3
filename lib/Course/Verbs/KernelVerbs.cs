// `course kernel`: the C# Jupyter kernel.

using System.CommandLine;
using NotebookHost;
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
        private readonly Option<bool> readyToRun = new("--ready-to-run")
        {
            Description = "Compile a copy of the kernel ahead of time, once: it starts in about half the time, and stays as it is when the course is rebuilt.",
        };

        public Install() : base(
            "install",
            "Register the kernel with Jupyter.",
            "course kernel install",
            "course kernel install --ready-to-run",
            "course kernel install --prefix \"$CONDA_PREFIX\"")
        {
            Add(prefix);
            Add(readyToRun);
        }

        public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
        {
            var where = parsed.GetValue(prefix);
            if (where is not null)
            {
                Place.ForFolder(where, prefix.Name);
            }

            foreach (var result in KernelSpec.Install(where, parsed.GetValue(readyToRun) ? Compiled(where, terminal, token) : null))
            {
                terminal.Out.WriteLine(result.Written
                    ? $"Registered {result.Name} in {result.Folder}"
                    : $"Left {result.Name} to the kernel in {result.Folder}; choose \"C#\" in Jupyter to use this one.");
            }

            return Cli.Success;
        }

        private static string[] Compiled(string? prefix, Terminal terminal, CancellationToken token)
        {
            terminal.Out.WriteLine("Compiling the kernel ahead of time; this takes about half a minute ...");
            var program = ReadyToRunCopy.Make(KernelSpec.ProgramFolder(prefix), token);
            return [DotnetHost.Path, program, "kernel", "run"];
        }
    }

    private sealed class Uninstall : Verb
    {
        private readonly Option<string?> prefix = Prefix();

        public Uninstall() : base("uninstall", "Remove the registration.", "course kernel uninstall") => Add(prefix);

        public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
        {
            var where = parsed.GetValue(prefix);
            if (where is not null && !Directory.Exists(where))
            {
                throw new UsageException($"There is no folder {(where.Length == 0 ? "\"\"" : where)}, which {prefix.Name} names.");
            }

            var removed = KernelSpec.Uninstall(where);
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
