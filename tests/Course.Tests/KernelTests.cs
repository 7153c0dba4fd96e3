using System.Text.Json;

namespace Tests;

public sealed class KernelTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, true);

    private string Spec(string name) => Path.Combine(folder, "share", "jupyter", "kernels", name, "kernel.json");

    [Fact]
    public void Install_registers_the_kernel_and_uninstall_removes_it()
    {
        var answer = Answer.To("kernel", "install", "--prefix", folder);
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.Code);
        using (var spec = JsonDocument.Parse(File.ReadAllText(Spec("csharp-course"))))
        {
            var command = spec.RootElement.GetProperty("argv").EnumerateArray().Select(a => a.GetString()!).ToArray();
            Assert.Equal(["kernel", "run", "{connection_file}"], command[^3..]);
        }

        Assert.Equal(0, Answer.To("kernel", "uninstall", "--prefix", folder).Code);
        Assert.False(File.Exists(Spec("csharp-course")));
        Assert.Contains("no registration", Answer.To("kernel", "uninstall", "--prefix", folder).Out);
    }

    [Fact]
    public void A_kernel_of_another_maker_keeps_its_name()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Spec(".net-csharp"))!);
        File.WriteAllText(Spec(".net-csharp"), """{"argv":["dotnet-interactive"]}""");
        Assert.Contains("Left .net-csharp", Answer.To("kernel", "install", "--prefix", folder).Out);
        Assert.Contains("dotnet-interactive", File.ReadAllText(Spec(".net-csharp")));
    }

    [Fact]
    public void The_help_of_install_names_the_copy_compiled_ahead_of_time() => Assert.Contains("--ready-to-run", Answer.To("kernel", "install", "--help").Out);

    [Fact]
    public void Run_without_a_file_is_wrong_usage() => Answer.To("kernel", "run").IsOneSentence(2, "needs CONNECTION_FILE");

    [Fact]
    public void Run_with_a_missing_file_is_a_failure() => Answer.To("kernel", "run", Path.Combine(folder, "none.json")).IsOneSentence(1, "none.json");

    [Fact]
    public void The_group_alone_is_wrong_usage() => Answer.To("kernel").IsOneSentence(2, "install, uninstall, run");

    [Fact]
    public void A_misspelt_verb_of_the_group_is_wrong_usage() => Answer.To("kernel", "instal").IsOneSentence(2, "instal", "install");
}
