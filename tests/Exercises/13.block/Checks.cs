namespace Exercises.L13.Block;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the output has all channels and begins with the input", points: 1)]
    public void Shape()
    {
        using var x = Student.Tensor(2, 5, 6, 6);
        using var y = Student.Module("DenseBlock", 5L, 3L, 4).Forward(x);
        Expect.Shape([2, 17, 6, 6], y, "the output of 5 channels, k = 3, four layers");
        Expect.Close(x, y.narrow(1, 0, 5), 1e-6, "the first five channels");
    }

    [Check("the parameters are as many as those of the paper's layers", points: 1)]
    public void Parameters()
    {
        var expected = Enumerable.Range(0, 4).Sum(l => (5 + 3 * l) * (2 + 9 * 3L));
        Expect.Equal(expected, Student.Module("DenseBlock", 5L, 3L, 4).ParameterCount, "the number of parameters");
    }
}
