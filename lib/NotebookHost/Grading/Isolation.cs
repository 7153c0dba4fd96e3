// The command line of a child process, and the walls around it: bubblewrap or plain namespaces where the system has them (no
// network, own processes, a file system of a few read-only folders that never contains the checks), resource limits everywhere.

using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace NotebookHost.Grading;

/// <summary>What a child is kept in by.</summary>
public enum Walls
{
    /// <summary>Limits of the process only.</summary>
    Limits,

    /// <summary>User, mount, network and process namespaces, made by util-linux.</summary>
    Namespaces,

    /// <summary>The same by bubblewrap.</summary>
    Bubblewrap,
}

/// <summary>How children are started.</summary>
public sealed class Isolation
{
    private const string Scratch = "/scratch";

    private static readonly Lazy<bool> HasLimits = new(() => OperatingSystem.IsLinux() && Works("prlimit", ["--core=0", "--", "true"]));

    private static readonly Lazy<bool> DiesWithParent = new(() => OperatingSystem.IsLinux() && Works("setpriv", ["--pdeathsig", "KILL", "--", "true"]));

    private const string Nobody = "65534";

    private static readonly string[] AsNobody = ["setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "--"];

    // $1 new root, $2 size of the scratch folder, then folders to show, "--", the command.
    private const string Enter = """
        set -e
        root=$1 size=$2; shift 2
        mount -t tmpfs -o size=1m,mode=755 none "$root"
        mkdir "$root/proc" "$root/dev" "$root/scratch" "$root/old"
        while [ "$1" != -- ]; do
          if [ -L "$1" ]; then ln -s "$(readlink "$1")" "$root$1"; else
            mkdir -p "$root$1"
            mount --bind "$1" "$root$1"
            mount -o remount,bind,ro "$root$1" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev "$root$1"
          fi
          shift
        done
        shift
        mount -t proc none "$root/proc"
        mount -t tmpfs -o "size=$size,mode=777" none "$root/scratch"
        for device in null zero urandom random; do
          : > "$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"
        done
        cd "$root"
        pivot_root . old
        umount -l old
        mount -o remount,ro /
        cd /scratch
        exec setpriv --no-new-privs --bounding-set=-all --inh-caps=-all -- "$@"
        """;

    private readonly string program;
    private readonly string[] shown;
    private readonly Lazy<bool> anotherUser;

    private Isolation(string program, Walls? walls)
    {
        this.program = Path.GetFullPath(program);
        shown = Shown();
        // A container's root would else hand a submission what root may.
        anotherUser = new(() => OperatingSystem.IsLinux() && System.Environment.IsPrivilegedProcess
            && Works(AsNobody[0], [.. AsNobody[1..], "test", "-r", this.program, "-a", "-x", DotnetHost.Path]));
        Walls = walls ?? (Probe(Walls.Bubblewrap) ? Walls.Bubblewrap : Probe(Walls.Namespaces) ? Walls.Namespaces : Walls.Limits);
    }

    /// <summary>What keeps children in.</summary>
    public Walls Walls { get; }

    /// <summary>In words, for reports.</summary>
    public string Description => Walls switch
    {
        Walls.Bubblewrap => "bubblewrap: no network, own processes, read-only view without the checks, resource limits",
        Walls.Namespaces => "namespaces: no network, own processes, read-only view without the checks, resource limits",
        _ => "process of its own" + (anotherUser.Value ? ", as another user" : "") + (HasLimits.Value ? ", resource limits" : "") + "; this system offers no namespaces, so the network and the file system are not closed",
    };

    /// <summary>How many processes a child is, with its wrappers.</summary>
    internal int OwnProcesses => Walls switch { Walls.Bubblewrap => 3, Walls.Namespaces => 2, _ => 1 };

    /// <summary>The best isolation that this system has.</summary>
    /// <param name="program">The <c>course.dll</c> that children run; the running program when null.</param>
    /// <param name="walls">Exactly these walls, for tests; the best when null.</param>
    public static Isolation Best(string? program = null, Walls? walls = null) => new(program ?? Program(), walls);

    /// <summary>How a child is started.</summary>
    /// <param name="limits">What it may use.</param>
    /// <param name="scratch">An empty folder of its own.</param>
    /// <param name="role">What it is for.</param>
    internal ProcessStartInfo Start(SandboxLimits limits, string scratch, string role)
    {
        var home = Walls == Walls.Limits ? scratch : Scratch;
        if (Walls == Walls.Limits && anotherUser.Value && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(scratch, (UnixFileMode)0b111_111_111);
        }

        var command = Command(limits, scratch, [DotnetHost.Path, "exec", program, SandboxProcess.Verb, role]);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = scratch,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment(limits, home))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>The words of the command line.</summary>
    internal List<string> Command(SandboxLimits limits, string scratch, IReadOnlyList<string> inner)
    {
        List<string> command = [.. Limited(limits), .. inner];
        string[] bound = DiesWithParent.Value ? ["setpriv", "--pdeathsig", "KILL", "--"] : [];
        switch (Walls)
        {
            case Walls.Bubblewrap:
                return
                [
                    "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--hostname", "sandbox",
                    .. shown.SelectMany(f => LinkTarget(f) is { } target ? (string[])["--symlink", target, f] : ["--ro-bind", f, f]),
                    "--proc", "/proc", "--dev", "/dev", "--tmpfs", Scratch, "--chdir", Scratch, "--", .. command,
                ];
            case Walls.Namespaces:
                return
                [
                    .. bound, "unshare", "--user", "--map-root-user", "--mount", "--net", "--pid", "--ipc", "--uts", "--fork", "--kill-child", "--",
                    "/bin/sh", "-c", Enter, "sh", scratch, (limits.FileSize * 2).ToString(CultureInfo.InvariantCulture), .. shown, "--", .. command,
                ];
            default:
                // In this order: a change of user forgets the signal.
                return [.. anotherUser.Value ? AsNobody : [], .. bound, .. command];
        }
    }

    private static IEnumerable<string> Limited(SandboxLimits limits) => HasLimits.Value
        ? ["prlimit", "--core=0", string.Create(CultureInfo.InvariantCulture, $"--cpu={Math.Ceiling(limits.Total.TotalSeconds)}"),
            $"--fsize={limits.FileSize}", $"--nofile={limits.OpenFiles}", $"--data={limits.Resident + (1L << 30)}", $"--as={(16 * limits.Heap) + (8L << 30)}", "--"]
        : [];

    private static IEnumerable<(string Name, string Value)> Environment(SandboxLimits limits, string home) =>
    [
        .. ((string[])["SystemRoot", "TEMP"]).Where(_ => OperatingSystem.IsWindows()).Select(n => (n, System.Environment.GetEnvironmentVariable(n) ?? "")),
        ("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"),
        ("HOME", home),
        ("TMPDIR", home),
        ("DOTNET_ROOT", Path.GetDirectoryName(DotnetHost.Path) ?? ""),
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_gcServer", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_TieredPGO", "0"),
        // Its double mapping needs files of any size.
        ("DOTNET_EnableWriteXorExecute", "0"),
        ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
        ("DOTNET_GCHeapHardLimit", limits.Heap.ToString("x", CultureInfo.InvariantCulture)),
    ];

    // The folders that a .NET program needs, no more: the system's libraries, the runtime, the program.
    private string[] Shown()
    {
        List<string> folders = [.. ((string[])["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64"]).Where(Directory.Exists)];
        foreach (var folder in (string[])[Path.GetDirectoryName(Path.GetFullPath(Real(DotnetHost.Path)))!, Path.GetDirectoryName(program)!])
        {
            if (!folders.Exists(f => folder == f || folder.StartsWith(f + "/", StringComparison.Ordinal)))
            {
                folders.Add(folder);
            }
        }

        return [.. folders];
    }

    private bool Probe(Walls walls)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var scratch = Directory.CreateTempSubdirectory("course-sandbox-").FullName;
        try
        {
            var command = new Isolation(program, walls).Command(SandboxLimits.Default, scratch, ["true"]);
            return Works(command[0], command.Skip(1), Environment(SandboxLimits.Default, Scratch));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    // Inside another program (a test), this program is its library.
    private static string Program()
    {
        var entry = Assembly.GetEntryAssembly()?.Location;
        var beside = Path.Combine(AppContext.BaseDirectory, "course.dll");
        return Path.GetFileName(entry) == "course.dll" || !File.Exists(beside) ? entry ?? beside : beside;
    }

    private static string? LinkTarget(string folder) => new DirectoryInfo(folder).LinkTarget;

    private static string Real(string path) => new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;

    private static bool Works(string command, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)>? environment = null)
    {
        try
        {
            var start = new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
            foreach (var (name, value) in environment ?? [])
            {
                start.Environment[name] = value;
            }

            using var process = Process.Start(start);
            return process is not null && process.WaitForExit(10_000) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
