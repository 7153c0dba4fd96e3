using System.Text.Json;
using NotebookHost.Documents;

namespace Tests.Lessons;

/// <summary>
/// What `bench full` cuts from the lessons so that their full profile comes to its end in minutes: texts of tests/Bench/full-cuts.json.
/// </summary>
public class FullProfileTests
{
    [Fact]
    public void Every_lesson_still_holds_the_numbers_that_the_rehearsal_of_its_full_profile_cuts()
    {
        var cuts = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(File.ReadAllText(Repository.PathOf("tests/Bench/full-cuts.json")))!;
        Assert.All(Prose.Notebooks, path =>
        {
            var code = string.Join('\n', Prose.Open(Path.GetFileName(path)).Cells.Where(c => c.Kind == CellKind.Code).Select(c => c.Source));
            Assert.All(cuts["*"].Keys.Concat(cuts[Path.GetFileNameWithoutExtension(path)].Keys), cut => Assert.Contains(cut, code));
        });
    }
}
