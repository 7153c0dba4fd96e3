using ConvNets.Training;

namespace Tests.Training;

public class HistoryTests
{
    private static History Sample()
    {
        var history = new History();
        for (var i = 1; i <= 4; i++)
        {
            history.Add(new StepMetrics(i, (i + 1) / 2, 8, 1.0 / i, i / 4.0, 0.1 / 3, 1));
        }

        history.Add(new EpochMetrics(1, 2, 0.75, 0.5, double.NaN, double.NaN, 0.1, 1.5, 10));
        history.Add(new EpochMetrics(2, 4, 0.3, 0.8, 0.4, 0.7, 0.1, 1.5, 10));
        return history;
    }

    [Fact]
    public void CSV_brings_every_number_back_bit_for_bit()
    {
        var history = Sample();
        var read = History.Parse(history.EpochsToCsv(), history.StepsToCsv());
        Assert.Equal(history.Steps, read.Steps);
        Assert.Equal(history.Epochs, read.Epochs);
    }

    [Fact]
    public void A_folder_keeps_both_files()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Sample().Save(folder.FullName);
            Assert.Equal(4, History.Load(folder.FullName).Steps.Count);
            Assert.StartsWith("epoch,step,train_loss,train_top1,test_loss,test_top1,learning_rate,seconds,pictures_per_second\n", File.ReadAllText(Path.Combine(folder.FullName, "history.csv")));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("epoch,step,train_loss,train_top1,test_loss,test_top1,learning_rate,seconds,pictures_per_second\n1,2,x,0,0,0,0,0,0\n")]
    [InlineData("epoch,step,train_loss,train_top1,test_loss,test_top1,learning_rate,seconds,pictures_per_second\n1,2\n")]
    public void A_damaged_CSV_is_refused_with_a_sentence(string epochs) =>
        Assert.Contains("history.csv", Assert.Throws<InvalidDataException>(() => History.Parse(epochs, Sample().StepsToCsv())).Message);

    [Fact]
    public void Best_and_final_accuracies_pass_over_epochs_that_were_not_tested()
    {
        Assert.Equal(0.7, Sample().BestTestTop1);
        Assert.Equal(0.7, Sample().FinalTestTop1);
        Assert.True(double.IsNaN(new History().BestTestTop1));
    }

    [Fact]
    public void Steps_to_a_training_error_look_at_a_window()
    {
        Assert.Equal(4, Sample().StepsToTrainError(0.2, window: 2));
        Assert.Null(Sample().StepsToTrainError(0.01, window: 2));
    }
}
