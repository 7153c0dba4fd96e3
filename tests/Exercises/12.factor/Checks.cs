namespace Exercises.L12.Factor;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("a scale of 0 leaves ReLU(x), and the 1x1 has a bias", points: 1)]
    public void Zero()
    {
        var sum = Student.Module("ScaledSum", 6L, 4L, 0.0);
        Expect.Shape([4, 6, 1, 1], sum.State()["conv2d.weight"], "conv2d.weight");
        Expect.Shape([4], sum.State()["conv2d.bias"], "conv2d.bias");
        using var input = Student.Tensor(2, 10, 3, 3);
        Expect.Close(nn.functional.relu(input.narrow(1, 0, 4)), sum.Forward(input), 1e-6, "the output with a scale of 0");
    }
}
