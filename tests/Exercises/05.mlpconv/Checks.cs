namespace Exercises.L05.Mlpconv;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("parameters and output", points: 1)]
    public void Parameters()
    {
        var net = Student.Module("Nin", 3L, 8L, 5L);
        Expect.Equal(3L * 8 * 25 + 8 + 2 * (64 + 8) + 8 * 8 * 9 + 8 + 64 + 8 + 8 * 5 + 5, net.ParameterCount, "parameters of Nin(3, 8, 5)");
        Expect.Shape([2, 5], net.Forward(Student.Tensor(2, 3, 16, 16)), "logits");
    }

    [Check("a ReLU on the class maps: no negative score", points: 1)]
    public void NotNegative()
    {
        var logits = Student.Module("Nin", 3L, 8L, 40L).Forward(3 * Student.Tensor(4, 3, 12, 12));
        Expect.True(logits.min().ToSingle() >= 0, "Scores are means of rectified maps, so none may be negative.");
        Expect.True(logits.max().ToSingle() > 0, "Some score must be positive.");
    }
}
