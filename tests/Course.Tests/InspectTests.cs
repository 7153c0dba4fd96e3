using System.Text.Json;

namespace Tests;

public class InspectTests
{
    [Fact]
    public void The_registry_lists_its_nets_with_their_figures()
    {
        var answer = Answer.To("architectures", "--json");
        Assert.Equal(0, answer.Code);
        using var json = JsonDocument.Parse(answer.Out);
        var resnet = json.RootElement.EnumerateArray().Single(a => a.GetProperty("id").GetString() == "resnet-50");
        Assert.Equal(2015, resnet.GetProperty("year").GetInt32());
        Assert.Equal([3, 224, 224], resnet.GetProperty("input").EnumerateArray().Select(d => d.GetInt32()));
        Assert.Equal(483, resnet.GetProperty("receptiveField").GetDouble());
        Assert.Equal(25_557_032, resnet.GetProperty("parameters").GetInt64());
        Assert.False(string.IsNullOrEmpty(resnet.GetProperty("paper").GetString()));
        Assert.True(resnet.GetProperty("macs").GetInt64() > 0);
    }

    [Fact]
    public void The_registry_is_a_table_without_control_characters_in_a_pipe()
    {
        var answer = Answer.To("architectures");
        Assert.Equal(0, answer.Code);
        Assert.Contains("resnet-cifar-20", answer.Out);
        Assert.DoesNotContain('\u001b', answer.Out);
        Assert.Contains("FLOPs = 2 x MACs", answer.Out);
    }

    [Fact]
    public void Inspect_gives_the_layer_table_in_the_form_of_the_contract()
    {
        var answer = Answer.To("inspect", "resnet-cifar-20", "--json");
        Assert.Equal(0, answer.Code);
        using var json = JsonDocument.Parse(answer.Out);
        var net = json.RootElement;
        Assert.Equal("resnet-cifar-20", net.GetProperty("id").GetString());
        Assert.Equal([3, 32, 32], Whole(net.GetProperty("input")));
        Assert.Equal([10], Whole(net.GetProperty("output")));
        var layers = net.GetProperty("layers").EnumerateArray().ToArray();
        Assert.Equal(net.GetProperty("parameters").GetInt64(), layers.Sum(l => l.GetProperty("parameters").GetInt64()));
        Assert.Equal(net.GetProperty("macs").GetInt64(), layers.Sum(l => l.GetProperty("macs").GetInt64()));
        var first = layers[0];
        Assert.Equal("Conv2d", first.GetProperty("kind").GetString());
        Assert.Equal([16, 32, 32], Whole(first.GetProperty("output")));
        Assert.Equal([3, 3], Whole(first.GetProperty("kernel")));
        Assert.Equal([1, 1], Whole(first.GetProperty("stride")));
        Assert.Equal([1, 1], Whole(first.GetProperty("padding")));
        Assert.Equal(432, first.GetProperty("parameters").GetInt64());
        Assert.Equal(442_368, first.GetProperty("macs").GetInt64());
        Assert.Equal(3, first.GetProperty("receptiveField").GetDouble());
        Assert.Equal(1, first.GetProperty("jump").GetDouble());
        Assert.Equal(0.5, first.GetProperty("start").GetDouble());
    }

    [Fact]
    public void Inspect_takes_another_input()
    {
        using var json = JsonDocument.Parse(Answer.To("inspect", "resnet-18", "--input", "3x64x64", "--json").Out);
        Assert.Equal([3, 64, 64], Whole(json.RootElement.GetProperty("input")));
    }

    [Fact]
    public void The_table_shows_the_papers_figures_and_both_words_for_cost()
    {
        var answer = Answer.To("inspect", "resnet-50");
        Assert.Equal(0, answer.Code);
        Assert.Contains("published", answer.Out);
        Assert.Contains("MACs", answer.Out);
        Assert.Contains("FLOPs", answer.Out);
        Assert.Contains("receptive field  483", answer.Out);
    }

    [Fact]
    public void Two_nets_stand_side_by_side()
    {
        var answer = Answer.To("inspect", "resnet-cifar-20", "--against", "plain-cifar-20");
        Assert.Equal(0, answer.Code);
        Assert.Contains("plain-cifar-20", answer.Out);
        Assert.Contains("weight layers", answer.Out);
    }

    [Fact]
    public void An_unknown_architecture_is_wrong_usage_with_the_nearest() => Answer.To("inspect", "resnet-5O").IsOneSentence(2, "resnet-5O", "resnet-50");

    [Fact]
    public void A_missing_id_is_wrong_usage() => Answer.To("inspect").IsOneSentence(2, "needs ID", "--help");

    [Theory]
    [InlineData("3x32")]
    [InlineData("3x32x-1")]
    [InlineData("axbxc")]
    [InlineData("0x32x32")]
    public void A_malformed_size_is_wrong_usage(string size) => Answer.To("inspect", "resnet-18", "--input", size).IsOneSentence(2, "3x224x224", size);

    [Fact]
    public void An_input_that_does_not_fit_shows_the_table_up_to_the_layer_that_refuses()
    {
        var answer = Answer.To("inspect", "alexnet-grouped", "--input", "3x32x32");
        answer.IsOneSentence(1, "alexnet-grouped cannot take 3x32x32");
        Assert.Contains("Conv2d", answer.Out);
    }

    [Fact]
    public void Other_channels_build_another_first_layer_and_the_table_says_so() =>
        Assert.Contains("built for 1 channels; the paper's net takes 3", Answer.To("inspect", "resnet-cifar-20", "--input", "1x32x32").Out);

    [Fact]
    public void A_misspelt_option_is_wrong_usage_with_the_nearest() => Answer.To("inspect", "resnet-18", "--jsno").IsOneSentence(2, "--jsno", "--json");

    private static long[] Whole(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetInt64())];

    [Fact]
    public void Layers_that_already_see_the_whole_picture_are_marked_and_resolutions_add_up()
    {
        var answer = Answer.To("inspect", "resnet-18", "--input", "3x64x64");
        Assert.Contains("83!", answer.Out);
        Assert.Contains("! unproductive at this size: the layer's input already sees the whole picture of 64x64", answer.Out);
        Assert.Contains("71.8%", answer.Out);
        using var json = JsonDocument.Parse(Answer.To("inspect", "resnet-18", "--input", "3x64x64", "--json").Out);
        Assert.Equal(10, json.RootElement.GetProperty("layers").EnumerateArray().Count(layer => layer.GetProperty("unproductive").GetBoolean()));
    }

    [Theory]
    [InlineData("net.svg", "<svg ")]
    [InlineData("net.html", "<!DOCTYPE html>")]
    public void A_picture_is_written_to_a_file(string name, string start)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var file = Path.Combine(folder, "new", name);
            Assert.Equal(0, Answer.To("inspect", "resnet-cifar-20", "--picture", file).Code);
            Assert.StartsWith(start, File.ReadAllText(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_picture_of_another_kind_or_of_two_nets_is_wrong_usage()
    {
        Answer.To("inspect", "resnet-18", "--picture", "net.bmp").IsOneSentence(2, ".svg or .html");
        Answer.To("inspect", "resnet-18", "--picture", "net.svg", "--against", "resnet-34").IsOneSentence(2, "--against");
    }

    [Fact]
    public void A_comparison_names_the_net_that_cannot_take_the_size() =>
        Answer.To("inspect", "resnet-18", "--against", "inception-v3", "--input", "3x32x32").IsOneSentence(1, "inception-v3 cannot take 3x32x32", "75x75");

    [Fact]
    public void A_forward_pass_checks_the_table() =>
        Assert.Contains("agrees with every row", Answer.To("inspect", "resnet-cifar-20", "--input", "3x33x20", "--check").Error);
}
