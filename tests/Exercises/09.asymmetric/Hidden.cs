namespace Exercises.L09.Asymmetric;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("with the same weights it answers as row, norm, ReLU, column, norm, ReLU", points: 2)]
    public void SameAnswers()
    {
        var (c, m, n) = ((long)Student.Random.Next(2, 6), (long)Student.Random.Next(2, 6), 1L + 2 * Student.Random.Next(1, 4));
        using var expected = Sequential(
            Conv2d(c, m, (1L, n), (1L, 1L), (0L, n / 2), bias: false), BatchNorm2d(m), ReLU(),
            Conv2d(m, c, (n, 1L), (1L, 1L), (n / 2, 0L), bias: false), BatchNorm2d(c), ReLU());
        var block = Student.Module("Asymmetric", c, m, n);
        block.Load(expected.state_dict());
        block.Eval();
        expected.eval();
        var x = Student.Tensor(2, c, 9, 8);
        Expect.Close(expected.call(x), block.Forward(x), 1e-4, "the output");
    }
}
