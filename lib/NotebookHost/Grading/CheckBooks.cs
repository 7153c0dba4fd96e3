// The checks as an assembly: tests/Exercises, built by the SDK when it is out of date and loaded beside this program. This is the
// course's own code; nothing of a submission is ever built.

using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using NotebookHost.Documents;

namespace NotebookHost.Grading;

internal static class CheckBooks
{
    private const string Framework = "net10.0";

    /// <summary>Whether the checks must be built first, which takes a while.</summary>
    internal static bool IsStale(string root) => Gathered is null && Newest(root) > Built(root);

    /// <summary>Builds where needed, and loads.</summary>
    /// <exception cref="NotebookException">They do not build; the message has the first error.</exception>
    internal static ICheckBook Load(string root)
    {
        if (IsStale(root))
        {
            using var turn = Turn(root);
            if (IsStale(root))
            {
                Build(root);
            }
        }

        var assembly = new CheckAssemblies(Folder(root)).LoadFromAssemblyPath(Assembly(root));
        return (ICheckBook)Activator.CreateInstance(assembly.GetType("Exercises.Book", throwOnError: true)!)!;
    }

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent?.Name is "Debug" ? "Debug" : "Release";

    private static string Folder(string root) => Gathered ?? Path.Combine(root, "bin", Configuration, Framework);

    // A build that gathers its outputs in one folder (--artifacts-path) has made program and checks together.
    private static string? Gathered { get; } =
        new DirectoryInfo(AppContext.BaseDirectory) is { Parent.Parent: { } all } own && Path.Combine(all.FullName, "Exercises", own.Name) is var folder && File.Exists(Path.Combine(folder, "Exercises.dll"))
            ? folder
            : null;

    private static string Assembly(string root) => Path.Combine(Folder(root), "Exercises.dll");

    private static DateTime Built(string root) => File.Exists(Assembly(root)) ? File.GetLastWriteTimeUtc(Assembly(root)) : DateTime.MinValue;

    // A solution that changes is read from its file; only what is compiled counts, and the library that it is compiled against.
    private static DateTime Newest(string root)
    {
        var compiled = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(root, f).Split(Path.DirectorySeparatorChar) is not ["bin" or "obj", ..] and not [_, "Wrong", ..] and not [_, "Stub.cs" or "Reference.cs"])
            .Append(Path.Combine(root, "Exercises.csproj"))
            .Max(File.GetLastWriteTimeUtc);
        var contract = typeof(ICheckBook).Assembly.Location;
        return File.Exists(contract) && File.GetLastWriteTimeUtc(contract) is var library && library > compiled ? library : compiled;
    }

    private static FileStream? Turn(string root)
    {
        var path = Path.Combine(root, "bin", "build.lock");
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(5); Thread.Sleep(100))
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another process builds.
            }
            catch (UnauthorizedAccessException)
            {
                throw new NotebookException($"The checks in {root} must be built, and you may not write there: let their owner build them once, with dotnet build tests/Exercises.");
            }
        }

        return null;
    }

    private static void Build(string root)
    {
        // The libraries are this program's own: building them again could replace files that run.
        var start = new ProcessStartInfo(DotnetHost.Path,
            ["build", Path.Combine(root, "Exercises.csproj"), "-c", Configuration, "-v", "q", "--nologo", "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = root,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var build = Process.Start(start) ?? throw new NotebookException("The .NET SDK did not start; it builds the checks of the exercises.");
        build.ErrorDataReceived += (_, _) => { };
        build.BeginErrorReadLine();
        var said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
        {
            var error = said.Split('\n').FirstOrDefault(l => l.Contains(" error ", StringComparison.Ordinal))?.Trim() ?? said.Trim();
            throw new NotebookException($"The checks in {root} do not build: {error}");
        }

        File.SetLastWriteTimeUtc(Assembly(root), DateTime.UtcNow);
    }

    private sealed class CheckAssemblies(string folder) : AssemblyLoadContext("checks")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            // What this program has is shared, the contract and the engine above all; the rest is xunit.
            try
            {
                return Default.LoadFromAssemblyName(assemblyName);
            }
            catch (FileNotFoundException)
            {
                var path = Path.Combine(folder, assemblyName.Name + ".dll");
                return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
            }
        }
    }
}
