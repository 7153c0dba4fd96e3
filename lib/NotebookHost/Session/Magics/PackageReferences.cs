// #r "nuget: X, V": the SDK's own restore of a generated project, remembered by what was asked, so that the second time costs
// nothing and works offline. A nuget.config beside the notebook, or above it, counts as it does for a project.

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Session.Magics;

internal static class PackageReferences
{
    /// <summary>Makes packages usable in this cell and the ones after it.</summary>
    internal static void Add(CSharpSession session, CellRun run, IReadOnlyList<PackageRequest> packages, IReadOnlyList<string> sources)
    {
        List<PackageRequest> missing = [];
        foreach (var package in packages)
        {
            var standing = session.Packages.Find(p => p.Name.Equals(package.Name, StringComparison.OrdinalIgnoreCase));
            if (standing is null && SessionReferences.Shipped(package.Name) is { } shipped)
            {
                Refer(session, shipped);
                Say(run, $"{package.Name} comes with the kit.");
            }
            else if (standing is null)
            {
                missing.Add(package);
            }
            else if (package.Version is { } version && !version.Contains('*', StringComparison.Ordinal) && standing.Version != version)
            {
                throw new MagicException($"{package.Name} {standing.Version ?? "(newest)"} is loaded already; a session cannot change to {version}. Restart it and ask for {version} first.");
            }
        }

        if (missing.Count == 0)
        {
            return;
        }

        // All packages of the session are restored together, so that they agree on the versions of what they share.
        List<PackageRequest> all = [.. session.Packages, .. missing];
        var files = Cached(session, all, sources) ?? Restore(session, all, missing, sources, run);
        foreach (var file in files)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (SessionReferences.Shipped(name) is { } shipped)
            {
                Refer(session, shipped);
            }
            else if (session.Assemblies.Known(name) is null)
            {
                session.Compiler.AddReference(session.References.Get(file));
            }
        }

        session.Packages.AddRange(missing);
        Say(run, $"Packages: {string.Join(", ", missing.Select(p => $"{p.Name} {p.Version}".Trim()))}");
    }

    // The program carries assemblies of its own that cells do not see until they ask; where one is asked for, its copy serves.
    private static void Refer(CSharpSession session, string shipped)
    {
        if (SessionReferences.Standing(shipped) is null)
        {
            session.Compiler.AddReference(session.References.Get(shipped));
        }
    }

    private static string[]? Cached(CSharpSession session, List<PackageRequest> packages, IReadOnlyList<string> sources)
    {
        var list = Path.Combine(Folder(session, packages, sources), "assemblies.txt");
        if (!File.Exists(list))
        {
            return null;
        }

        var files = File.ReadAllLines(list);
        return files.All(File.Exists) ? files : null;
    }

    private static string[] Restore(CSharpSession session, List<PackageRequest> packages, List<PackageRequest> asked, IReadOnlyList<string> sources, CellRun run)
    {
        var folder = Folder(session, packages, sources);
        Directory.CreateDirectory(folder);
        var project = Path.Combine(folder, "packages.csproj");
        var references = string.Concat(packages.Select(p => $"<PackageReference Include=\"{p.Name}\" Version=\"{p.Version ?? "*"}\" />"));
        var feeds = sources.Count > 0 ? $"<RestoreAdditionalProjectSources>{string.Join(";", sources.Select(System.Security.SecurityElement.Escape))}</RestoreAdditionalProjectSources>" : "";
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
              <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets><ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
              <NuGetAudit>false</NuGetAudit>{feeds}
              <RestoreRootConfigDirectory>{System.Security.SecurityElement.Escape(session.WorkingDirectory)}</RestoreRootConfigDirectory></PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);
        var names = string.Join(", ", asked.Select(p => $"{p.Name} {p.Version}".Trim()));
        var (code, output) = Dotnet(folder, session.PackageLimit, run.Stopped, "restore", project, "--nologo", "-v", "quiet");
        if (code != 0)
        {
            var reason = output.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal)) ?? output.Trim();
            var at = reason.IndexOf("error ", StringComparison.Ordinal);
            throw new MagicException($"{names} could not be restored: {(at >= 0 ? reason[(at + 6)..] : reason)}");
        }

        var files = Assemblies(Path.Combine(folder, "obj", "project.assets.json"));
        File.WriteAllLines(Path.Combine(folder, "assemblies.txt"), files);
        return files;
    }

    /// <summary>The run-time assemblies of a restored project; the packages' native libraries lie beside them or under runtimes/.</summary>
    private static string[] Assemblies(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = document.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name)];
        var libraries = root.GetProperty("libraries");
        List<string> files = [];
        foreach (var package in root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (!package.Value.TryGetProperty("runtime", out var runtime) || !libraries.GetProperty(package.Name).TryGetProperty("path", out var path))
            {
                continue;
            }

            foreach (var file in runtime.EnumerateObject().Where(f => f.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
            {
                if (folders.Select(f => Path.Combine(f, path.GetString()!, file.Name)).FirstOrDefault(File.Exists) is { } found)
                {
                    files.Add(Path.GetFullPath(found));
                }
            }
        }

        return [.. files];
    }

    private static (int Code, string Output) Dotnet(string folder, TimeSpan allowed, CancellationToken stopped, params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new MagicException("The .NET SDK could not be started: is dotnet installed?");
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        limit.CancelAfter(allowed);
        try
        {
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            stopped.ThrowIfCancellationRequested();
            throw new MagicException($"The packages did not arrive within {allowed.TotalSeconds:0.#} seconds. Is the package source reachable? (dotnet nuget list source)");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }

    private static string Folder(CSharpSession session, List<PackageRequest> packages, IReadOnlyList<string> sources)
    {
        var request = string.Join("\n", packages.Select(p => $"{p.Name.ToLowerInvariant()} {p.Version}").Order(StringComparer.Ordinal).Concat(sources));
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"net10.0\n{request}")))[..16];
        return Path.Combine(session.PackageCache, key);
    }

    private static void Say(CellRun run, string sentence) => run.Context.Show(new FormattedValue(PlainTextFormatter.MimeType, sentence));
}
