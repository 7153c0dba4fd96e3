using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookHost.Session;

namespace Tests;

/// <summary>Packages that the kit does not carry, from a folder that is their only source: no network.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("packages").FullName;

    public PackageTests()
    {
        Directory.CreateDirectory(Source);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "global")}" /></config>
              <packageSources><clear /><add key="here" value="{Source}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
        var root = Pack("Foreign.Roots", "1.0.0", "namespace Foreign; public static class Roots { public static string Of(string word) => word + \"-\"; }");
        Pack("Foreign.Words", "1.0.0", "namespace Foreign; public static class Words { public static string Say() => Roots.Of(\"from\") + \"a package\"; }", root);
        Pack("Foreign.Numbers", "2.1.0", "namespace Foreign; public static class Numbers { public const int Answer = 42; }");
    }

    private string Source => Path.Combine(folder, "source");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Foreign_packages_are_restored_at_the_first_second_and_third_use_and_are_there_offline_afterwards()
    {
        using (var session = Open())
        {
            Assert.Equal("from-a package", (await session.Cells("#r \"nuget: Foreign.Words, 1.0.0\"\nForeign.Words.Say()")).ResultText);
            Assert.Equal("42", (await session.Cells("#r \"nuget: Foreign.Numbers\"\nForeign.Numbers.Answer")).ResultText);
            Assert.Equal("from-a package42", (await session.Cells("#r \"nuget: foreign.words, 1.0.0\"\nForeign.Words.Say() + Foreign.Numbers.Answer")).ResultText);
            Assert.Contains("is loaded already; a session cannot change to 3.0.0", (await session.Cells("#r \"nuget: Foreign.Words, 3.0.0\"")).Failure!.Message);
        }

        // Without the source, and without time for a restore: what was asked before is remembered.
        Directory.Delete(Source, recursive: true);
        using var offline = Open(TimeSpan.FromMilliseconds(1));
        Assert.Equal("from-a package", (await offline.Cells("#r \"nuget: Foreign.Words, 1.0.0\"\nForeign.Words.Say()")).ResultText);
    }

    [Fact]
    public async Task A_package_that_does_not_exist_is_one_sentence_and_nothing_of_the_cell_runs()
    {
        using var session = Open();
        var cell = await session.Cells("#r \"nuget: Foreign.Nothing, 1.0.0\"\nConsole.Write(1);");
        Assert.StartsWith("Foreign.Nothing 1.0.0 could not be restored: ", cell.Failure!.Message);
        Assert.Contains("Unable to find package Foreign.Nothing", cell.Failure.Message);
        Assert.DoesNotContain('\n', cell.Failure.Message);
        Assert.Equal("", cell.Out);
        Assert.Equal("2", (await session.Cells("1 + 1")).ResultText);
    }

    [Fact]
    public async Task A_source_that_does_not_answer_in_time_is_a_sentence()
    {
        using var session = Open(TimeSpan.FromMilliseconds(1));
        Assert.Contains("did not arrive within 0 seconds", (await session.Cells("#r \"nuget: Foreign.Words, 1.0.0\"")).Failure!.Message);
    }

    private CSharpSession Open(TimeSpan? limit = null) =>
        new(folder) { PackageCache = Path.Combine(folder, "cache"), PackageLimit = limit ?? TimeSpan.FromMinutes(2) };

    /// <summary>Compiles a library and packs it; returns the library's file.</summary>
    private string Pack(string id, string version, string code, string? dependency = null)
    {
        var library = Path.Combine(folder, id + ".dll");
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Concat(dependency is null ? [] : [dependency]);
        var compiled = CSharpCompilation.Create(
            id,
            [CSharpSyntaxTree.ParseText(code)],
            references.Select(r => MetadataReference.CreateFromFile(r)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(library);
        Assert.True(compiled.Success, string.Join("\n", compiled.Diagnostics));
        var needs = dependency is null ? "" : $"<group targetFramework=\"net10.0\"><dependency id=\"{Path.GetFileNameWithoutExtension(dependency)}\" version=\"1.0.0\" /></group>";
        using var package = ZipFile.Open(Path.Combine(Source, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(library, $"lib/net10.0/{id}.dll");
        using var specification = new StreamWriter(package.CreateEntry(id + ".nuspec").Open());
        specification.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{id}</id><version>{version}</version><authors>tests</authors><description>For the tests.</description><dependencies>{needs}</dependencies>
            </metadata></package>
            """);
        return library;
    }
}
