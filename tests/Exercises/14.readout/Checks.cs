namespace Exercises.L14.Readout;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("one linear layer with bias comes back", points: 1)]
    public void OneLayer()
    {
        var (features, labels) = Clusters.Draw(Student, Student.Tensor(3, 5) * 3, 60);
        Expect.Equal(3L * 5 + 3, Student.Module("Readout", features, labels, 3, 10).ParameterCount, "the number of parameters for 5 features and 3 classes");
    }

    [Check("well separated classes are told apart on unseen features", points: 1)]
    public void Separated()
    {
        var centres = eye(4, 6) * 6;
        var (features, labels) = Clusters.Draw(Student, centres, 200);
        Expect.InRange(0.95, 1, Clusters.Accuracy(Student, Student.Module("Readout", features, labels, 4, 60), centres), "the accuracy on unseen features");
    }
}

internal static class Clusters
{
    /// <summary>Points around the rows of <paramref name="centres"/>, with the row as the label.</summary>
    public static (Tensor Features, Tensor Labels) Draw(Student student, Tensor centres, int count)
    {
        var labels = tensor(Enumerable.Range(0, count).Select(_ => (long)student.Random.Next((int)centres.shape[0])).ToArray());
        return (centres.index_select(0, labels) + student.Tensor(count, centres.shape[1]), labels);
    }

    /// <summary>The share of unseen points whose largest logit is their own class.</summary>
    public static double Accuracy(Student student, RemoteModule module, Tensor centres)
    {
        var (features, labels) = Draw(student, centres, 400);
        return module.Forward(features).argmax(1).eq(labels).to(ScalarType.Float32).mean().ToDouble();
    }
}
