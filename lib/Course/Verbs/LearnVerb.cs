// `course learn`: the course in a browser, without Jupyter.

using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using NotebookHost.Documents;
using NotebookHost.Web;

namespace Course.Verbs;

internal sealed class LearnVerb : Verb
{
    private readonly Option<int?> port = Values.Whole("--port", "N", "Port on 127.0.0.1 (default 8740, or any free one).", most: ushort.MaxValue);
    private readonly Option<bool> quiet = Values.Flag("--no-browser", "Only print the link.");
    private readonly Option<string?> folder = Values.Text("--folder", "DIR", "Your own folder, where your copies of the lessons go (default: my-course, beside the notebooks).");
    private readonly Option<string?> notebooks = Values.Text("--notebooks", "DIR", "Folder of the lessons (default: notebooks, from here upwards).");
    private readonly Option<string?> device = DeviceOption.Make();

    public LearnVerb() : base(
        "learn",
        "Open the course in a browser: read, edit, run and be graded, without Jupyter.",
        "course learn",
        "course learn --port 9000 --no-browser        # prints the link, for example on another machine",
        "course learn --folder ~/convnets             # keep your work there")
    {
        foreach (var option in (Option[])[port, quiet, folder, notebooks, device])
        {
            Add(option);
        }
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        DeviceOption.Apply(parsed, device);
        if (parsed.GetValue(folder) is { } own)
        {
            Place.ForFolder(own, folder.Name);
        }

        var lessons = Path.GetFullPath(NotebooksFolder.Find(parsed.GetValue(notebooks)));
        var options = new LearnOptions
        {
            Notebooks = lessons,
            Work = Path.GetFullPath(parsed.GetValue(folder) ?? Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(lessons))!, "my-course")),
            Port = parsed.GetValue(port),
            SessionCommand = ChildCommand.Of(SessionChild.Verb),
        };
        Place.ForFolder(options.Work, folder.Name);
        Serve(options, !parsed.GetValue(quiet), terminal, token).GetAwaiter().GetResult();
        return Cli.Success;
    }

    private static async Task Serve(LearnOptions options, bool open, Terminal terminal, CancellationToken token)
    {
        try
        {
            await using var server = await LearnServer.StartAsync(options, token).ConfigureAwait(false);
            terminal.Out.WriteLine($"The course is at {server.Link}");
            terminal.Out.WriteLine($"Your work is saved in {options.Work}. Ctrl-C ends the server; keep the link to yourself, it lets its owner run code here.");
            if (open && !Open(server.NewTicketLink()))
            {
                terminal.Out.WriteLine("No browser could be opened: copy the link into one.");
            }

            await server.RunAsync(token).ConfigureAwait(false);
        }
        catch (NotebookException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    private static bool Open(string link)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(link) { UseShellExecute = true });
            return true;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            return false;
        }
    }
}
