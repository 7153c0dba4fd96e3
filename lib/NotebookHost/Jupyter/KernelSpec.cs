// Registers the kernel with Jupyter: one folder with a kernel.json for each name.

using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookHost.Headless;

namespace NotebookHost.Jupyter;

/// <summary>A registration that was written or left as it was.</summary>
/// <param name="Name">The kernel's name.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Written">False when another kernel holds the name.</param>
public sealed record KernelSpecResult(string Name, string Folder, bool Written);

/// <summary>Installs kernel specifications.</summary>
public static class KernelSpec
{
    /// <summary>The kernel's own name.</summary>
    public const string Name = "csharp-course";

    /// <summary>The name under which .NET Interactive's notebooks ask for C#.</summary>
    public const string InteractiveName = ".net-csharp";

    /// <summary>Writes <see cref="Name"/>, and <see cref="InteractiveName"/> where no other kernel holds it.</summary>
    /// <param name="prefix">The environment, for example a conda prefix; null installs for the user.</param>
    /// <param name="command">The command line of the kernel without the connection file; null means this program's <c>kernel run</c>.</param>
    public static IReadOnlyList<KernelSpecResult> Install(string? prefix = null, IReadOnlyList<string>? command = null)
    {
        var kernels = Path.Combine(DataFolder(prefix), "kernels");
        command ??= DefaultCommand();
        return
        [
            Write(Path.Combine(kernels, Name), Name, "C#", command),
            TakenElsewhere(kernels) is { } holder
                ? new KernelSpecResult(InteractiveName, holder, false)
                : Write(Path.Combine(kernels, InteractiveName), InteractiveName, ".NET (C#)", command),
        ];
    }

    /// <summary>Removes what <see cref="Install"/> wrote there.</summary>
    public static IReadOnlyList<string> Uninstall(string? prefix = null)
    {
        List<string> removed = [];
        foreach (var name in new[] { Name, InteractiveName })
        {
            var folder = Path.Combine(DataFolder(prefix), "kernels", name);
            if (Directory.Exists(folder) && IsOurs(folder))
            {
                Directory.Delete(folder, recursive: true);
                removed.Add(folder);
            }
        }

        if (Directory.Exists(ProgramFolder(prefix)))
        {
            Directory.Delete(ProgramFolder(prefix), recursive: true);
            removed.Add(ProgramFolder(prefix));
        }

        return removed;
    }

    /// <summary>Where a copy of the program lies that belongs to the installed kernel alone; <see cref="Uninstall"/> removes it.</summary>
    public static string ProgramFolder(string? prefix = null) => Path.Combine(DataFolder(prefix), Name);

    /// <summary>The command that starts a kernel with this program.</summary>
    public static IReadOnlyList<string> DefaultCommand() => ThisProgram.With("kernel", "run");

    private static KernelSpecResult Write(string folder, string name, string displayName, IReadOnlyList<string> command)
    {
        Directory.CreateDirectory(folder);
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray([.. command.Append("{connection_file}").Select(a => (JsonNode)a)]),
            ["display_name"] = displayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = new JsonObject { [ChildStart.MemoryVariable] = ChildStart.MemoryLimit() },
            ["metadata"] = new JsonObject { ["debugger"] = false, ["made_by"] = Name },
        };
        File.WriteAllText(Path.Combine(folder, "kernel.json"), spec.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
        return new KernelSpecResult(name, folder, true);
    }

    private static string? TakenElsewhere(string kernels) =>
        Folders().Prepend(kernels).Select(k => Path.Combine(k, InteractiveName)).FirstOrDefault(f => File.Exists(Path.Combine(f, "kernel.json")) && !IsOurs(f));

    private static bool IsOurs(string folder)
    {
        try
        {
            return (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))?["metadata"]?["made_by"] == Name;
        }
        catch (Exception exception) when (exception is IOException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Folders() =>
    [
        Path.Combine(DataFolder(null), "kernels"),
        "/usr/local/share/jupyter/kernels",
        "/usr/share/jupyter/kernels",
    ];

    private static string DataFolder(string? prefix)
    {
        if (prefix is not null)
        {
            return Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");
        }

        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } stated)
        {
            return stated;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? data : Path.Combine(home, ".local", "share"), "jupyter");
    }
}
