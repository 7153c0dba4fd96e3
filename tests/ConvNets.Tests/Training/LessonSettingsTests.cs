using ConvNets.Training;

namespace Tests.Training;

public class LessonSettingsTests
{
    [Fact]
    public void Quick_on_embedded_data_is_the_default()
    {
        var settings = LessonSettings.From();
        Assert.Equal(Profile.Quick, settings.Profile);
        Assert.True(settings.IsEmbedded);
        Assert.Equal([1], settings.Seeds);
    }

    [Fact]
    public void Profiles_grow()
    {
        var (smoke, quick, full) = (LessonSettings.From("smoke"), LessonSettings.From("quick"), LessonSettings.From("full", seed: 7));
        Assert.True(smoke.TrainCount < quick.TrainCount && quick.TrainCount < full.TrainCount);
        Assert.True(smoke.Budget < quick.Budget && quick.Budget < full.Budget);
        Assert.Equal([7, 8, 9], full.Seeds);
        Assert.Equal(2, quick.Pick(1, 2, 3));
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("1")]
    [InlineData("")]
    public void An_unknown_profile_is_answered_with_the_known_ones(string profile) =>
        Assert.Contains("use smoke, quick or full", Assert.Throws<ArgumentException>(() => LessonSettings.From(profile)).Message);
}
