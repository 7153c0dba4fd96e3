// `course data`: the catalogue of public data sets.

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ConvNets.Data.Download;
using Spectre.Console;

namespace Course.Verbs;

internal static class DataVerbs
{
    /// <summary>The group with its verbs.</summary>
    public static Command Create()
    {
        var group = new Command("data", "Public data sets: list them, download them, check them. COURSE_DATA names the folder.") { new List(), new Get(), new Verify() };
        HelpWithExamples.Attach(group);
        return group;
    }

    private static Argument<string> Name() => new("NAME") { Description = "A data set's name, as course data list shows it." };

    private static string Known(DataStore store, string name) => store.Catalogue.Find(name)?.Name ?? throw new UsageException(
        $"There is no data set \"{name}\" in the catalogue.{Nearest.Suggest(name, store.Catalogue.Entries.Select(e => e.Name))} It has {string.Join(", ", store.Catalogue.Entries.Select(e => e.Name))}.");

    private sealed class List : Verb
    {
        private readonly Option<bool> json = Values.Flag("--json", "Write JSON.");

        public List() : base("list", "List the data sets of the catalogue and which are here.", "course data list") => Add(json);

        public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
        {
            var store = new DataStore();
            if (parsed.GetValue(json))
            {
                terminal.Out.WriteLine(Json.Text(new JsonArray([.. store.Catalogue.Entries.Select(e => (JsonNode)new JsonObject
                {
                    ["name"] = e.Name,
                    ["title"] = e.Title,
                    ["classes"] = e.Classes,
                    ["bytes"] = e.Bytes,
                    ["checks"] = e.Checks,
                    ["licence"] = e.Licence,
                    ["folder"] = store.Has(e) ? store.PathOf(e) : null,
                })])));
                return Cli.Success;
            }

            var table = new Table().AddColumns("name", "what it is").AddColumn(new TableColumn("download").RightAligned()).AddColumns("here", "licence");
            table.AddRow(new Text("embedded"), new Text("generated pictures of 10 classes, no download"), new Text(""), new Text("yes"), new Text("MIT"));
            foreach (var entry in store.Catalogue.Entries)
            {
                table.AddRow(
                    new Text(entry.Name), new Text($"{entry.Title}: {entry.About}"), new Text(entry.Bytes is { } bytes ? Size(bytes) : "unknown"),
                    new Text(store.Has(entry) ? "yes" : "no"), new Text(entry.Licence));
            }

            terminal.Write(table);
            terminal.Out.WriteLine($"Data sets lie in {store.Folder}.");
            return Cli.Success;
        }
    }

    private sealed class Get : Verb
    {
        private readonly Argument<string> name = Name();

        public Get() : base("get", "Download a data set, check it and unpack it; goes on where it was cut off.", "course data get cifar-10") => Add(name);

        public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
        {
            var store = new DataStore();
            if (parsed.GetRequiredValue(name) == "embedded")
            {
                terminal.Out.WriteLine("embedded needs no download: its pictures are generated where they are used.");
                return Cli.Success;
            }

            var known = Known(store, parsed.GetRequiredValue(name));
            using var screen = new DownloadScreen(terminal);
            var folder = store.GetAsync(known, screen, token).GetAwaiter().GetResult();
            screen.Dispose();
            terminal.Out.WriteLine($"{known} is in {folder}");
            return Cli.Success;
        }
    }

    private sealed class Verify : Verb
    {
        private readonly Argument<string> name = Name();

        public Verify() : base("verify", "Compare a data set's files with their check sums.", "course data verify cifar-10") => Add(name);

        public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
        {
            var store = new DataStore();
            if (parsed.GetRequiredValue(name) == "embedded")
            {
                terminal.Out.WriteLine("embedded has no files to verify: its pictures are generated where they are used.");
                return Cli.Success;
            }

            var known = Known(store, parsed.GetRequiredValue(name));
            using var screen = new DownloadScreen(terminal);
            var faults = store.VerifyAsync(known, screen, token).GetAwaiter().GetResult();
            screen.Dispose();
            foreach (var fault in faults)
            {
                terminal.Error.WriteLine(fault);
            }

            if (faults.Count == 0)
            {
                terminal.Out.WriteLine($"{known} is whole: every file has the SHA-256 that it had after unpacking. The download was checked by {store.Catalogue.Get(known).Checks}.");
            }

            return faults.Count == 0 ? Cli.Success : Cli.Failure;
        }
    }

    private static string Size(double bytes) => bytes >= 1e9
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");

    private sealed class DownloadScreen(Terminal terminal) : IProgress<DownloadProgress>, IDisposable
    {
        private readonly Lock gate = new();
        private readonly Stopwatch sinceLine = Stopwatch.StartNew();
        private (string File, string Stage) shown;
        private bool drawn;

        public void Report(DownloadProgress at)
        {
            lock (gate)
            {
                if (shown == (at.File, at.Stage) && sinceLine.Elapsed.TotalSeconds < (terminal.IsLive ? 0.2 : 10))
                {
                    return;
                }

                shown = (at.File, at.Stage);
                sinceLine.Restart();
                var total = at.Total is { } t ? $" of {Size(t)}" : "";
                var done = at.Stage.StartsWith("download", StringComparison.Ordinal) ? $"  {Size(at.Done)}{total}" : "";
                var rate = at.BytesPerSecond > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {at.BytesPerSecond / 1e6:0.0} MB/s") : "";
                drawn = terminal.Redraw($"{at.File}  {at.Stage}{done}{rate}");
            }
        }

        public void Dispose()
        {
            lock (gate)
            {
                if (drawn)
                {
                    terminal.Clear();
                    drawn = false;
                }
            }
        }
    }
}
