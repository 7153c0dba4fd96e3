namespace Tests;

/// <summary>Places that a command line names: what is not there, what is of the wrong kind, what cannot be written.</summary>
public sealed class PlaceTests : FolderTests
{
    private string In(string name) => Path.Combine(Folder, name);

    public static TheoryData<string> WithOut =>
    [
        "run 01 --profile smoke", "train lenet-small --limit 10", "export lenet-small", "release", "grade HERE/file.ipynb --lesson 10",
    ];

    private string[] Line(string words) => words.Replace("HERE", Folder, StringComparison.Ordinal).Split(' ');

    private void Unchanged()
    {
        Assert.Equal(["file.ipynb"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
        Assert.Equal("mine", File.ReadAllText(In("file.ipynb")));
    }

    [Theory]
    [MemberData(nameof(WithOut))]
    public void A_folder_for_results_that_cannot_be_one_is_told_before_the_work_begins(string words)
    {
        File.WriteAllText(In("file.ipynb"), "mine");
        Answer.To([.. Line(words), "--out", In("file.ipynb")]).IsOneSentence(2, "--out", In("file.ipynb"), "is a file; name a folder");
        Answer.To([.. Line(words), "--out", ""]).IsOneSentence(2, "--out needs the name of a folder");
        Answer.To([.. Line(words), "--out", In("file.ipynb/below")]).IsOneSentence(2, "--out", "nothing can be written there");
        if (OperatingSystem.IsLinux())
        {
            Answer.To([.. Line(words), "--out", "/proc/x"]).IsOneSentence(2, "--out names /proc/x", "nothing can be written there; name a folder");
        }

        Unchanged();
    }

    [Theory]
    [InlineData("inspect lenet-small", "--picture", ".svg")]
    [InlineData("forward lenet-small --weights HERE/file.ipynb --input HERE/file.ipynb", "--output", ".npy")]
    public void A_file_for_a_result_that_cannot_be_written_is_told_before_the_work_begins(string words, string option, string ending)
    {
        File.WriteAllText(In("file.ipynb"), "mine");
        Answer.To([.. Line(words), option, In("file.ipynb/y" + ending)]).IsOneSentence(2, option, "nothing can be written there; name a file");
        Directory.CreateDirectory(In("d" + ending));
        Answer.To([.. Line(words), option, In("d" + ending)]).IsOneSentence(2, option, "is a folder; name a file");
        Directory.Delete(In("d" + ending));
        Unchanged();
    }

    [Fact]
    public void The_folders_of_learn_and_kernel_are_looked_at_first()
    {
        File.WriteAllText(In("file.ipynb"), "mine");
        Answer.To("learn", "--no-browser", "--folder", In("file.ipynb")).IsOneSentence(2, "--folder", "is a file");
        Answer.To("kernel", "install", "--prefix", In("file.ipynb")).IsOneSentence(2, "--prefix", "is a file");
        Unchanged();
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_to_read_is_called_one()
    {
        Answer.To("forward", "lenet-small", "--weights", Folder, "--input", Folder, "--output", In("y.npy")).IsOneSentence(2, "--input", "is a folder; name a file");
        Answer.To("export", "lenet-small", "--weights", Folder).IsOneSentence(2, "--weights", "is a folder; name a file");
        Answer.To("export", "lenet-small", "--weights", "").IsOneSentence(2, "There is no file \"\"");
    }

    [Fact]
    public void A_link_that_leads_to_itself_cannot_be_read()
    {
        File.CreateSymbolicLink(In("loop.pth"), In("loop.pth"));
        Answer.To("export", "lenet-small", "--weights", In("loop.pth"), "--out", In("out")).IsOneSentence(2, "--weights names", "cannot be read");
    }

    [Theory]
    [InlineData("train lenet-small --limit 10")]
    [InlineData("run 01 --profile smoke")]
    public void Two_commands_do_not_write_into_one_folder_at_once(string words)
    {
        using var held = Course.Place.Hold(In("results"), "--out");
        Answer.To([.. words.Split(' '), "--out", In("results")]).IsOneSentence(2, "Another course command writes into", "name another folder with --out");
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_result_that_is_none_is_not_left_out_in_silence(string text)
    {
        Directory.CreateDirectory(In("results/students"));
        File.WriteAllText(In("results/students/ada.json"), text);
        Answer.To("grade", In("results"), "--merge", "--out", In("merged")).IsOneSentence(1, "ada.json is no result", "grade that submission again");
    }

    [Fact]
    public void A_pipe_or_a_device_does_not_block()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among files.");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", In("pipe.ipynb")))
        {
            mkfifo.WaitForExit();
        }

        Answer.To("forward", "lenet-small", "--weights", In("pipe.ipynb"), "--input", In("pipe.ipynb"), "--output", In("y.npy")).IsOneSentence(2, "--input", "a pipe or a device");
        Answer.To("export", "lenet-small", "--weights", "/dev/zero", "--out", In("out")).IsOneSentence(2, "--weights", "a pipe or a device");
        Answer.To("kernel", "run", In("pipe.ipynb")).IsOneSentence(1, "pipe.ipynb", "a pipe or a device");
        Answer.To("exercises", "--submission", In("pipe.ipynb")).IsOneSentence(1, "pipe.ipynb", "not JSON");
        Assert.Contains("is empty and was not read", Assert.Single(NotebookHost.Grading.Submissions.Read(new("ada", [In("pipe.ipynb")])).Notes));
    }

    [Fact]
    public void A_submission_that_is_no_notebook_is_not_taken_for_an_empty_one()
    {
        File.WriteAllText(In("garbage.ipynb"), "not json");
        Answer.To("exercises", "--lesson", "10", "--submission", In("garbage.ipynb")).IsOneSentence(1, "garbage.ipynb", "This is not JSON");
    }
}
