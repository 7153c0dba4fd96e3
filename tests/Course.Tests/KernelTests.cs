using System.Text.Json;

namespace Tests;

public sealed class KernelTests : FolderTests
{
    private string Spec(string name) => Path.Combine(Folder, "share", "jupyter", "kernels", name, "kernel.json");

    [Fact]
    public void Install_registers_the_kernel_and_uninstall_removes_it()
    {
        var answer = Answer.To("kernel", "install", "--prefix", Folder);
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.Code);
        using (var spec = JsonDocument.Parse(File.ReadAllText(Spec("csharp-course"))))
        {
            var command = spec.RootElement.GetProperty("argv").EnumerateArray().Select(a => a.GetString()!).ToArray();
            Assert.Equal(["kernel", "run", "{connection_file}"], command[^3..]);
        }

        Assert.Equal(0, Answer.To("kernel", "uninstall", "--prefix", Folder).Code);
        Assert.False(File.Exists(Spec("csharp-course")));
        Assert.Contains("no registration", Answer.To("kernel", "uninstall", "--prefix", Folder).Out);
    }

    [Fact]
    public void A_kernel_of_another_maker_keeps_its_name()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Spec(".net-csharp"))!);
        File.WriteAllText(Spec(".net-csharp"), """{"argv":["dotnet-interactive"]}""");
        Assert.Contains("Left .net-csharp", Answer.To("kernel", "install", "--prefix", Folder).Out);
        Assert.Contains("dotnet-interactive", File.ReadAllText(Spec(".net-csharp")));
    }

    [Fact]
    public void The_help_of_install_names_the_copy_compiled_ahead_of_time() => Assert.Contains("--ready-to-run", Answer.To("kernel", "install", "--help").Out);

    [Fact]
    public void Run_without_a_file_is_wrong_usage() => Answer.To("kernel", "run").IsOneSentence(2, "needs CONNECTION_FILE");

    [Fact]
    public void Run_with_a_missing_file_is_a_failure() => Answer.To("kernel", "run", Path.Combine(Folder, "none.json")).IsOneSentence(1, "none.json");

    [Fact]
    public void The_group_alone_is_wrong_usage() => Answer.To("kernel").IsOneSentence(2, "install, uninstall, run");

    [Fact]
    public void A_misspelt_verb_of_the_group_is_wrong_usage() => Answer.To("kernel", "instal").IsOneSentence(2, "instal", "install");
}
