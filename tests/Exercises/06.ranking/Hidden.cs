namespace Exercises.L06.Ranking;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("the unreliable features are weighted down", points: 1)]
    public void Reliable()
    {
        var (features, positive) = RankingTask.Make(Student, 240);
        var weights = Student.Call<Tensor>("Ranker", features, positive, 250);
        Expect.True(RankingTask.Precision(Student, weights) > 0.75, "the average precision on new features is above 0.75");
    }

    [Check("the loss falls far below that of equal scores, which is 1", points: 1)]
    public void Loss()
    {
        var (features, positive) = RankingTask.Make(Student, 240);
        var scores = features.mv(Student.Call<Tensor>("Ranker", features, positive, 250));
        var (sp, sn) = (scores.masked_select(positive.gt(0.5)), scores.masked_select(positive.lt(0.5)));
        Expect.InRange(0, 0.3, F.relu(1 - sp.unsqueeze(1) + sn.unsqueeze(0)).mean().item<float>(), "the mean hinge over pairs");
    }
}
