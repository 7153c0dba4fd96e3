namespace Exercises.L00.Train;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("it gets right nine of ten pictures that it has not seen", points: 2)]
    public void Unseen()
    {
        var (images, labels) = Shapes.Draw(Student, 192);
        var (others, truth) = Shapes.Draw(Student, 128);
        Expect.InRange(0.9, 1.0, Shapes.Accuracy(Student.Module("Train", images, labels, 80), others, truth), "the accuracy on new pictures");
    }
}
