namespace Tests;

public sealed class ExportTests : FolderTests
{
    [Fact]
    public void Both_formats_are_written_beside_the_weights()
    {
        var answer = Answer.To("export", "lenet-small", "--classes", "4", "--out", Folder);
        Assert.Equal(0, answer.Code);
        Assert.Equal(["lenet-small.onnx", "lenet-small.safetensors", "lenet_small.py", "train_lenet_small.py"],
            Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("opset 13", answer.Out);
        Assert.Contains("import lenet_small as model\n\nCLASSES = 4\n", File.ReadAllText(Path.Combine(Folder, "train_lenet_small.py")));
    }

    [Fact]
    public void Mistakes_are_answered_with_a_sentence()
    {
        Answer.To("export", "lenet-small", "--format", "tensorflow").IsOneSentence(2, "pytorch, onnx");
        Answer.To("export", "lenet-small", "--weights", Path.Combine(Folder, "absent.pth")).IsOneSentence(2, "--weights");
        Answer.To("export", "inception-v3", "--input", "3x32x32", "--out", Folder).IsOneSentence(1, "75x75");
        Assert.Empty(Directory.GetFiles(Folder));
    }
}
