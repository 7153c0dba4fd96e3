// The templates of the grader: shell scripts parse, YAML is what it should be, and every command in them is one that exists.

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Tests;

public partial class TemplateTests
{
    private static string Folder => Repository.PathOf("tests", "Exercises", "templates");

    public static IEnumerable<TheoryDataRow<string>> Scripts =>
        [new("gradescope/setup.sh"), new("gradescope/run_autograder"), new("cluster/slurm-array.sh")];

    public static IEnumerable<TheoryDataRow<string>> Yaml => [new("github-classroom/classroom.yml"), new("cluster/kubernetes-job.yml")];

    [Theory, MemberData(nameof(Scripts))]
    public void A_script_is_executable_bash_that_parses(string name)
    {
        var path = Path.Combine(Folder, name);
        Assert.StartsWith("#!/usr/bin/env bash\n", File.ReadAllText(path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
            using var bash = Process.Start(new ProcessStartInfo("bash", ["-n", path]) { RedirectStandardError = true })!;
            Assert.Equal("", bash.StandardError.ReadToEnd());
        }
    }

    [Theory, MemberData(nameof(Yaml))]
    public void A_YAML_file_has_pairs_of_spaces_unique_keys_and_no_tabs(string name)
    {
        var keys = new HashSet<string>();
        var path = new List<(int Indent, string Key)>();
        var item = 0;
        var folded = int.MaxValue;
        foreach (var line in File.ReadLines(Path.Combine(Folder, name)))
        {
            Assert.DoesNotContain('\t', line);
            var indent = line.Length - line.TrimStart(' ').Length;
            if (line.Trim().Length == 0 || line.TrimStart().StartsWith('#') || indent > folded)
            {
                continue;
            }

            folded = int.MaxValue;
            Assert.Equal(0, indent % 2);
            var text = line.Trim();
            if (text.StartsWith("- ", StringComparison.Ordinal))
            {
                (indent, text, item) = (indent + 2, text[2..], item + 1);
                path.RemoveAll(p => p.Indent >= indent);
                path.Add((indent - 1, $"[{item}]"));
            }

            if (Pair().Match(text) is { Success: true } pair)
            {
                path.RemoveAll(p => p.Indent >= indent);
                path.Add((indent, pair.Groups["key"].Value));
                Assert.True(keys.Add(string.Join('/', path.Select(p => p.Key))), $"{name}: {text} stands twice");
            }

            if (text.EndsWith('|') || text.EndsWith(">-", StringComparison.Ordinal))
            {
                folded = text.StartsWith(">", StringComparison.Ordinal) ? indent - 2 : indent;
            }
        }

        Assert.NotEmpty(keys);
    }

    [Fact]
    public void Every_grading_command_in_them_is_one_that_this_build_takes()
    {
        var help = Answer.To("grade", "--help").Out;
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToList();
        Assert.Equal(6, files.Count);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            Assert.Contains("grade", text);
            foreach (Match option in GradeOption().Matches(text))
            {
                Assert.Contains(option.Value.Trim(), help, StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex(@"^(?<key>[A-Za-z_][\w.-]*):( |$)")]
    private static partial Regex Pair();

    [GeneratedRegex(@" --(out|jobs|seed|format|merge|lesson|as|budget)\b")]
    private static partial Regex GradeOption();
}
