using ConvNets.Insight;

namespace Exercises.L06.Ranking;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the trained ranking is good on features that it has not seen", points: 1)]
    public void Ranks()
    {
        var (features, positive) = RankingTask.Make(Student, 200);
        var weights = Student.Call<Tensor>("Ranker", features, positive, 200);
        Expect.Shape([RankingTask.Width], weights, "the weights");
        Expect.True(RankingTask.Precision(Student, weights) > 0.6, "the average precision on new features is above 0.6");
    }
}

// The task that the ranker is tried on: one positive in ten; one feature tells reliably, three tell loudly but wildly.
internal static class RankingTask
{
    public const int Width = 8;

    public static (Tensor Features, Tensor Positive) Make(Student student, int count)
    {
        var positive = tensor(Enumerable.Range(0, count).Select(i => i % 10 == 0 ? 1f : 0f).ToArray());
        var scale = tensor(new[] { 0.4f, 6, 6, 6, 1, 1, 1, 1 });
        var shift = tensor(new[] { 1.5f, 3, 3, 3, 0, 0, 0, 0 });
        return (student.Tensor(count, Width) * scale + positive.unsqueeze(1) * shift, positive);
    }

    public static double Precision(Student student, Tensor weights)
    {
        var (features, positive) = Make(student, 400);
        var order = features.mv(weights).argsort(descending: true).data<long>().ToArray();
        var truth = positive.data<float>().ToArray();
        bool[] relevant = [.. order.Select(i => truth[i] > 0.5f)];
        return AveragePrecision.Area(relevant, relevant.Count(hit => hit));
    }
}
