namespace Exercises.L14.Classifier;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("at the start the source logits are the target logits", points: 1)]
    public void Start()
    {
        var classifier = Student.Module("SourceClassifier", 7L);
        Expect.Equal(2 * (7L * 7 + 7), classifier.ParameterCount, "the number of parameters");
        using var x = Student.Tensor(5, 7);
        Expect.Close(x, classifier.Forward(x), 1e-6, "the source logits of a fresh classifier");
    }
}
