namespace Exercises.L14.Readout;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("classes that overlap, in other numbers of features and classes", points: 2)]
    public void Overlapping()
    {
        var classes = Student.Random.Next(3, 6);
        var centres = eye(classes, 10) * 3;
        var (features, labels) = Clusters.Draw(Student, centres, 500);

        // The best rule for equal round clusters takes the nearest centre.
        var (probe, truth) = Clusters.Draw(Student, centres, 2000);
        var nearest = (probe.unsqueeze(1) - centres.unsqueeze(0)).square().sum([2L]).argmin(1);
        var best = nearest.eq(truth).to(ScalarType.Float32).mean().ToDouble();
        Expect.InRange(best - 0.08, 1, Clusters.Accuracy(Student, Student.Module("Readout", features, labels, classes, 80), centres),
            $"the accuracy on unseen features; the best possible is {best:0.00}");
    }
}
