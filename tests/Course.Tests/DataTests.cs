using System.Text.Json;

namespace Tests;

public class DataTests
{
    [Fact]
    public void The_catalogue_is_listed()
    {
        var answer = Answer.To("data", "list");
        Assert.Equal(0, answer.Code);
        Assert.Contains("cifar-10", answer.Out);
        Assert.Contains("embedded", answer.Out);
        using var json = JsonDocument.Parse(Answer.To("data", "list", "--json").Out);
        Assert.Contains(json.RootElement.EnumerateArray(), e => e.GetProperty("name").GetString() == "cifar-10" && e.GetProperty("bytes").GetInt64() > 0);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("verify")]
    public void An_unknown_data_set_is_wrong_usage_with_the_nearest(string verb) => Answer.To("data", verb, "cifar10").IsOneSentence(2, "cifar10", "Did you mean cifar-10?");

    [Fact]
    public void A_data_set_that_is_not_here_is_a_failure_that_says_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory();
        var before = Environment.GetEnvironmentVariable("COURSE_DATA");
        Environment.SetEnvironmentVariable("COURSE_DATA", folder.FullName);
        try
        {
            Answer.To("data", "verify", "cifar-10").IsOneSentence(1, "course data get cifar-10");
        }
        finally
        {
            Environment.SetEnvironmentVariable("COURSE_DATA", before);
            folder.Delete(true);
        }
    }

    [Fact]
    public void The_embedded_pictures_need_no_download()
    {
        var answer = Answer.To("data", "get", "embedded");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains("needs no download", answer.Out);
        Assert.Equal(0, Answer.To("data", "verify", "embedded").Code);
    }

    [Fact]
    public void The_group_alone_is_wrong_usage() => Answer.To("data").IsOneSentence(2, "list, get, verify");
}
