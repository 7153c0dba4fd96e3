using ConvNets.Data;

namespace Tests.Data;

/// <summary>Runs on real pictures where the environment variable COURSE_TEST_DATA names a folder with the data sets' own folders in it.</summary>
public class RealDataTests
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("COURSE_TEST_DATA");

    private static IEnumerable<DataSplit> Splits() => Folder is null
        ? []
        : Directory.GetDirectories(Folder).Where(sub => !sub.EndsWith("imagenet-samples", StringComparison.Ordinal)).Select(sub => Datasets.Open(sub));

    [Fact]
    public void Every_data_set_in_the_folder_opens_and_its_pictures_decode()
    {
        foreach (var split in Splits())
        {
            Assert.Equal(split.Train.Classes, split.Test.Classes);
            Assert.All(split.Train.CountPerClass(), count => Assert.True(count > 0));
            Assert.InRange(split.Statistics.Std[0], 0.1f, 0.4f);
            for (var i = 0; i < split.Test.Count; i += 37)
            {
                var picture = split.Test.Load(i);
                if (picture.Box is { } box)
                    Assert.True(box.Area > 0 && box.X1 <= picture.Width && box.Y1 <= picture.Height, $"{split.Test.Describe(i)} {box}");
            }
        }
    }
}
