using ConvNets.Data.Imaging;
using ConvNets.Training;
using ConvNets.Weights;

namespace Tests;

public sealed class TrainTests : FolderTests
{
    private string Into(string name) => Path.Combine(Folder, name);

    private Answer Train(string name, params string[] more) =>
        Answer.To(["train", "lenet-small", "--epochs", "1", "--limit", "64", "--test-limit", "20", "--batch", "16", "--out", Into(name), .. more]);

    [Fact]
    public void Training_writes_history_curve_result_and_weights()
    {
        var answer = Train("run");
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.Code);
        Assert.Contains("epoch   1", answer.Out);
        Assert.Contains("Test: 20 pictures", answer.Out);
        Assert.All(["history.csv", "steps.csv", "curve.html", "result.json", "weights.safetensors"], f => Assert.True(File.Exists(Path.Combine(Into("run"), f)), f));
        Assert.Equal(4, History.Load(Into("run")).Steps.Count);
    }

    [Fact]
    public void A_run_that_is_there_is_not_overwritten_but_resumed()
    {
        Assert.Equal(0, Train("run").Code);
        Train("run").IsOneSentence(2, "already holds a training run", "--resume");
        Assert.Equal(0, Train("run", "--resume").Code);
        Train("run", "--resume", "--seed", "5").IsOneSentence(1, "seed");
        Train("run", "--resume", "--size", "36").IsOneSentence(1, "picture size", "3x36x36");
    }

    [Fact]
    public void A_run_whose_last_step_left_the_numbers_says_so_and_counts_nothing_as_right()
    {
        var answer = Train("run", "--steps", "1", "--lr", "1e300");
        answer.IsOneSentence(1, "The test loss is no longer a number", "smaller --lr");
        Assert.Contains("top-1 0.0%", answer.Out);
        Assert.Contains("\"loss\": null", File.ReadAllText(Path.Combine(Into("run"), "result.json")));
    }

    [Fact]
    public void Resume_without_a_checkpoint_begins() => Assert.Equal(0, Train("fresh", "--resume").Code);

    [Fact]
    public void Training_begins_with_given_weights()
    {
        Assert.Equal(0, Train("before").Code);
        var weights = Path.Combine(Into("before"), "weights.safetensors");
        Assert.Equal(0, Train("after", "--weights", weights, "--steps", "1", "--lr", "0").Code);
        var (before, after) = (StateDict.Read(weights), StateDict.Read(Path.Combine(Into("after"), "weights.safetensors")));
        Assert.All(before, pair => Assert.Equal(pair.Value.ToArray(), after[pair.Key].ToArray()));
    }

    [Fact]
    public void Weights_of_another_network_are_refused_before_training()
    {
        Assert.Equal(0, Answer.To("export", "nin-cifar", "--format", "pytorch", "--out", Folder).Code);
        Train("run", "--weights", Path.Combine(Folder, "nin-cifar.safetensors")).IsOneSentence(1, "nin-cifar.safetensors", "which the network needs");
        Train("run", "--weights", Path.Combine(Folder, "absent.pth")).IsOneSentence(2, "--weights", "absent.pth");
        Assert.False(Directory.Exists(Into("run")));
    }

    [Fact]
    public void An_unknown_architecture_is_wrong_usage() => Answer.To("train", "resnet-cifar-2O").IsOneSentence(2, "resnet-cifar-20");

    [Fact]
    public void A_missing_data_folder_is_wrong_usage() =>
        Answer.To("train", "lenet-small", "--data", Path.Combine(Folder, "nowhere")).IsOneSentence(2, "nowhere", "does not exist");

    [Fact]
    public void A_folder_without_a_data_set_is_a_failure() =>
        Answer.To("train", "lenet-small", "--data", Folder).IsOneSentence(1, Folder, "CIFAR");

    [Fact]
    public void A_truncated_CIFAR_file_is_a_failure_that_names_the_file()
    {
        for (var i = 1; i <= 5; i++)
        {
            File.WriteAllBytes(Path.Combine(Folder, $"data_batch_{i}.bin"), new byte[3073 * 4]);
        }

        File.WriteAllBytes(Path.Combine(Folder, "test_batch.bin"), new byte[3073 * 4]);
        File.WriteAllBytes(Path.Combine(Folder, "data_batch_3.bin"), new byte[3073 * 4 - 7]);
        Answer.To("train", "lenet-small", "--data", Folder).IsOneSentence(1, "data_batch_3.bin");
    }

    [Fact]
    public void A_net_that_cannot_take_the_pictures_is_a_failure_before_training()
    {
        var answer = Answer.To("train", "alexnet-grouped", "--limit", "20", "--test-limit", "20", "--out", Into("run"));
        answer.IsOneSentence(1, "alexnet-grouped cannot take 3x32x32");
        Assert.False(Directory.Exists(Into("run")));
    }

    [Fact]
    public void Pictures_of_different_sizes_need_a_size_and_damaged_ones_can_be_skipped()
    {
        var pets = Into("pets");
        for (var i = 0; i < 10; i++)
        {
            foreach (var kind in (string[])["cat", "dog"])
            {
                Directory.CreateDirectory(Path.Combine(pets, kind));
                PngWriter.Save(new Bitmap(30 + i, 40, 3, new byte[3 * 40 * (30 + i)]), Path.Combine(pets, kind, $"{i}.png"));
            }
        }

        string[] common = ["train", "lenet-small", "--data", pets, "--epochs", "1", "--batch", "8", "--out", Into("run")];
        Answer.To(common).IsOneSentence(2, "differ in size; add --size N");
        File.WriteAllBytes(Path.Combine(pets, "cat", "3.png"), [1, 2, 3]);
        Answer.To([.. common, "--size", "32"]).IsOneSentence(1, Path.Combine(pets, "cat", "3.png"), "expected a JPEG");
        Assert.False(Directory.Exists(Into("run")));
        var answer = Answer.To([.. common, "--size", "32", "--skip"]);
        Assert.Equal(0, answer.Code);
        Assert.Contains(" 1 of ", answer.Error);
        Assert.Contains("cat", answer.Error);
        Assert.Contains("cat", File.ReadAllText(Path.Combine(Into("run"), "result.json")));
    }

    [Theory]
    [InlineData("--epochs", "0")]
    [InlineData("--epochs", "ten")]
    [InlineData("--lr", "0,1")]
    [InlineData("--optimizer", "sdg")]
    [InlineData("--batch", "1.5")]
    [InlineData("--epochs", "99999999999")]
    [InlineData("--average", "1")]
    [InlineData("--label-smoothing", "1.01")]
    [InlineData("--threads", "257")]
    [InlineData("--size", "31")]
    [InlineData("--size", "225")]
    [InlineData("--size", "513")]
    public void A_bad_value_is_wrong_usage(string option, string value) => Answer.To("train", "lenet-small", option, value).IsOneSentence(2, option, value);
}
