using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tests;

public partial class RepositoryTests
{
    private static readonly string[] TopLevel =
        ["Course.sln", "README.md", "LICENSE", "environment.yml", "global.json", "notebooks", "lib", "datasets", "tests"];

    [Fact]
    public void The_top_level_holds_the_fixed_names_only()
    {
        var others = Directory.EnumerateFileSystemEntries(Repository.Root).Select(p => Path.GetFileName(p))
            .Where(n => !n.StartsWith('.') && !n.StartsWith("Directory.", StringComparison.Ordinal))
            .Except(TopLevel).Except(["out", "runs", "bin", "obj", "TestResults"]);
        Assert.Empty(others);
    }

    [Fact]
    public void Every_project_is_in_the_solution_and_has_its_lock_file()
    {
        var solution = File.ReadAllText(Repository.PathOf("Course.sln")).Replace('\\', '/');
        foreach (var project in Repository.Files("lib", "*.csproj").Concat(Repository.Files("tests", "*.csproj")))
        {
            Assert.Contains(Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'), solution, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), $"{project} has no packages.lock.json");
        }
    }

    [Fact]
    public void The_solution_has_the_release_configuration_only() =>
        Assert.DoesNotContain("Debug|", File.ReadAllText(Repository.PathOf("Course.sln")));

    [Fact]
    public void Nothing_in_lib_is_left_for_later()
    {
        var marks = Repository.Files("lib", "*.cs")
            .Where(f => LeftForLater().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(Repository.Root, f));
        Assert.Empty(marks);
    }

    [Fact]
    public void The_readme_opens_with_the_two_commands()
    {
        var start = string.Join('\n', File.ReadLines(Repository.PathOf("README.md")).Take(12));
        Assert.Contains("dotnet run --project lib/Course -- run", start);
        Assert.Contains("dotnet test", start);
    }

    [Fact]
    public void The_container_brings_the_SDK_of_global_json_and_the_JupyterLab_of_the_conda_environment()
    {
        using var workspace = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(".devcontainer/devcontainer.json")));
        var file = workspace.RootElement.GetProperty("build").GetProperty("dockerfile").GetString()!;
        var container = File.ReadAllText(Repository.PathOf(Path.Combine(".devcontainer", file)));
        using var global = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("global.json")));
        var sdk = Version.Parse(global.RootElement.GetProperty("sdk").GetProperty("version").GetString()!);
        Assert.Contains($"FROM mcr.microsoft.com/dotnet/sdk:{sdk.Major}.{sdk.Minor}\n", container);
        var (_, lists) = ReadYaml(Repository.PathOf("environment.yml"));
        var jupyter = lists["dependencies"].Single(d => d.StartsWith("jupyterlab ", StringComparison.Ordinal)).Replace(" ", "");
        Assert.Contains($"\"{jupyter}\"", container);
        Assert.Contains($"useradd --create-home {workspace.RootElement.GetProperty("remoteUser").GetString()}", container);
    }

    [Fact]
    public void The_conda_environment_brings_the_SDK_of_global_json_and_JupyterLab()
    {
        var (name, lists) = ReadYaml(Repository.PathOf("environment.yml"));
        Assert.Equal("course", name);
        Assert.Equal("conda-forge", lists["channels"][0]);
        var packages = lists["dependencies"].ToDictionary(d => d.Split(' ')[0], d => d.Split(' ', 2)[1]);
        Assert.Equal(["dotnet-sdk", "jupyterlab"], packages.Keys.Order());
        using var global = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("global.json")));
        var sdk = global.RootElement.GetProperty("sdk").GetProperty("version").GetString();
        Assert.StartsWith($">={sdk},", packages["dotnet-sdk"]);
    }

    [Fact]
    public void The_CI_script_is_executable_bash_that_parses()
    {
        var script = Repository.PathOf(".ci", "run");
        Assert.StartsWith("#!/usr/bin/env bash\n", File.ReadAllText(script));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(script).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void Every_notebook_is_clean() =>
        Assert.All(Repository.Files("notebooks", "*.ipynb").Select(f => Path.GetRelativePath(Repository.Root, f)), IsClean);

    private static void IsClean(string path)
    {
        var text = File.ReadAllText(Repository.PathOf(path));
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        Assert.Equal(4, root.GetProperty("nbformat").GetInt32());
        Assert.Equal(5, root.GetProperty("nbformat_minor").GetInt32());
        Assert.Equal(".net-csharp", root.GetProperty("metadata").GetProperty("kernelspec").GetProperty("name").GetString());
        Assert.Matches(@"^notebooks[/\\]\d\d-[a-z0-9-]+\.ipynb$", path);
        var ids = new HashSet<string>();
        foreach (var cell in root.GetProperty("cells").EnumerateArray())
        {
            var id = cell.GetProperty("id").GetString()!;
            Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id);
            Assert.True(ids.Add(id), $"{path} has the cell id {id} twice");
            if (cell.GetProperty("cell_type").GetString() == "code")
            {
                Assert.Equal(0, cell.GetProperty("outputs").GetArrayLength());
                Assert.Equal(JsonValueKind.Null, cell.GetProperty("execution_count").ValueKind);
            }
        }

        Assert.Contains(root.GetProperty("cells").EnumerateArray(), c =>
            c.GetProperty("metadata").TryGetProperty("tags", out var tags) && tags.EnumerateArray().Any(t => t.GetString() == "parameters"));
    }

    // The few forms of YAML that the file uses: "key: value", "key:" with "- item" lines, comments.
    private static (string? Name, Dictionary<string, List<string>> Lists) ReadYaml(string path)
    {
        var lists = new Dictionary<string, List<string>>();
        string? name = null, key = null;
        foreach (var raw in File.ReadLines(path))
        {
            var line = raw.Split('#')[0].TrimEnd();
            Assert.DoesNotContain('\t', line);
            if (line.Length == 0)
            {
                continue;
            }

            if (line.StartsWith("  - ", StringComparison.Ordinal))
            {
                lists[key!].Add(line[4..]);
                continue;
            }

            Assert.Matches("^[a-z]+:( .+)?$", line);
            key = line[..line.IndexOf(':')];
            if (line.EndsWith(':'))
            {
                lists[key] = [];
            }
            else if (key == "name")
            {
                name = line[5..].Trim();
            }
        }

        return (name, lists);
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex LeftForLater();
}
