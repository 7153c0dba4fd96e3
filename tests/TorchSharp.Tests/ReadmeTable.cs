using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Tests;

namespace TorchSharp.Tests;

/// <summary>
/// The table of lib/Embedded/TorchSharp/README.md: for each type of TorchSharp, by reflection, which public members the engine has
/// and which it has not. Golden/torchsharp_api.txt holds the names of the genuine package.
/// </summary>
public class ReadmeTable
{
    private const string Begin = "<!-- begin generated table -->";
    private const string End = "<!-- end generated table -->";

    [Fact]
    public void The_readme_says_what_is_offered_and_what_is_not()
    {
        var path = Path.Combine(Path.GetDirectoryName(GoldenFile.Find("torchsharp_api.txt"))!, "..", "..", "..", "lib", "Embedded", "TorchSharp", "README.md");
        var readme = File.ReadAllText(path);
        var (start, end) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        var table = Table();
        if (Environment.GetEnvironmentVariable("UPDATE_README") == "1") File.WriteAllText(path, readme[..start] + table + readme[end..]);
        else Assert.True(readme[start..end] == table, "The table in lib/Embedded/TorchSharp/README.md is out of date: run this test with UPDATE_README=1.");
    }

    private static string Table()
    {
        var text = new StringBuilder("\n\n| type | offered | not offered |\n| --- | --- | --- |\n");
        foreach (var line in File.ReadLines(GoldenFile.Find("torchsharp_api.txt")))
        {
            if (line.StartsWith('#')) continue;
            var parts = line.Split(": ", 2);
            var genuine = parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var own = Members(parts[0]);
            var offered = genuine.Where(own.Contains).ToArray();
            var missing = genuine.Where(name => !own.Contains(name)).ToArray();
            text.Append($"| `{parts[0]}` ({offered.Length} of {genuine.Length}) | {Words(offered)} | {Words(missing)} |\n");
        }
        return text.Append('\n').ToString();
    }

    private static string Words(string[] names) => string.Join(" ", names).Replace("_", "\\_");

    private static HashSet<string> Members(string name)
    {
        var types = typeof(torch).Assembly.GetExportedTypes();
        var own = types.Where(t => t.Namespace == name && !t.IsNested).Select(t => t.Name.Split('`')[0]).ToHashSet();
        foreach (var variant in types.Where(t => t.FullName!.Replace('+', '.').Split('`')[0] == name))
        {
            foreach (var member in variant.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy))
            {
                if (member.DeclaringType == typeof(object) || member.IsDefined(typeof(CompilerGeneratedAttribute))) continue;
                own.Add(member.Name.Split('`')[0]);
            }
        }
        return own;
    }
}
