namespace Exercises.L12.Factor;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("random weights and scales", points: 1)]
    public void Any()
    {
        var scale = 0.1 + Student.Random.NextDouble();
        long inner = Student.Random.Next(3, 9), channels = Student.Random.Next(2, 7);
        var sum = Student.Module("ScaledSum", inner, channels, scale);
        var state = sum.State();
        using var input = Student.Tensor(3, channels + inner, 4, 4);
        var residual = nn.functional.conv2d(input.narrow(1, channels, inner), state["conv2d.weight"], state["conv2d.bias"]);
        Expect.Close(nn.functional.relu(input.narrow(1, 0, channels) + residual * scale), sum.Forward(input), 1e-5, "the output");
    }
}
