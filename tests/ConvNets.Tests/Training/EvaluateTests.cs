using ConvNets.Data;
using ConvNets.Training;
using static TorchSharp.torch;

namespace Tests.Training;

[Collection(nameof(RandomNumbers))]
public class EvaluateTests
{
    private static readonly DataSplit Split = Datasets.Embedded(train: 40, test: 40);

    [Fact]
    public void A_net_that_answers_all_alike_is_right_for_one_class_and_five_of_ten()
    {
        using var model = new BlindNet();
        var loader = Loaders.Test(Split, 16);
        var result = Evaluate.On(model, loader, TestContext.Current.CancellationToken);
        Assert.Equal(40, result.Count);
        Assert.Equal(0.1, result.Top1, 6);
        Assert.Equal(0.5, result.Top5, 6);
        Assert.Equal(Math.Log(10), result.Loss, 5);
        Assert.Equal(1, result.Recall(0));
        Assert.Equal(0, result.Recall(1));
        Assert.Equal(0.1, result.Precision(0), 6);
        Assert.True(double.IsNaN(result.Precision(1)));
        Assert.Equal(4, result.WorstConfusion.Count);
        Assert.Equal(10, result.PerClass().Count);
    }

    [Fact]
    public void What_is_not_a_number_is_not_right()
    {
        using var model = new BlindNet();
        using (no_grad())
            model.parameters().First()[TensorIndex.Slice(0, 5)].fill_(float.NaN);
        var some = Evaluate.On(model, Loaders.Test(Split, 16), TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (some.Top1, some.Top5));
        Assert.Equal(1, some.Recall(5));
        using (no_grad())
            model.parameters().First().fill_(float.NaN);
        var none = Evaluate.On(model, Loaders.Test(Split, 16), TestContext.Current.CancellationToken);
        Assert.Equal((40, 0, 0), (none.Count, none.Top1, none.Top5));
        Assert.True(double.IsNaN(none.Loss));
        Assert.True(double.IsNaN(none.Recall(0)));
    }

    [Fact]
    public void Testing_leaves_the_net_as_it_was()
    {
        using var model = new TinyNet();
        var loader = Loaders.Test(Split, 16);
        var before = model.state_dict()["bn.running_mean"].data<float>().ToArray();
        model.train();
        Evaluate.On(model, loader, TestContext.Current.CancellationToken);
        Assert.True(model.training);
        Assert.Equal(before, model.state_dict()["bn.running_mean"].data<float>().ToArray());
    }

    [Fact]
    public void A_tiny_set_is_learned_by_heart()
    {
        manual_seed(1);
        using var model = new TinyNet(drop: 0);
        var images = randn(8, 3, 32, 32);
        var labels = arange(8, ScalarType.Int64);
        var result = OverfitTinySet.Check(model, images, labels);
        Assert.True(result.Passed, result.ToString());
        Assert.Equal(1, result.Top1);
    }

    [Fact]
    public void A_net_that_does_not_look_cannot_learn_a_tiny_set()
    {
        using var model = new BlindNet();
        var result = OverfitTinySet.Check(model, randn(8, 3, 32, 32), arange(8, ScalarType.Int64), steps: 20);
        Assert.False(result.Passed);
        Assert.Contains("not registered", result.ToString());
    }

    [Fact]
    public void The_average_of_the_weights_is_lent_to_the_model_and_taken_back()
    {
        using var model = new BlindNet();
        using var average = new WeightAverage(model, 0.5);
        var scores = model.parameters().Single();
        using (no_grad())
        {
            scores.fill_(1);
        }

        average.Update(1000);
        using (average.Use())
        {
            Assert.Equal(0.5f, scores[0].item<float>(), 6);
        }

        Assert.Equal(1f, scores[0].item<float>());
        Assert.Throws<ArgumentException>(() => new WeightAverage(model, 1.5));
    }
}
