namespace Exercises.L02.TwoTowers;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("equal to a convolution with groups = 2, any shape", points: 1)]
    public void Grouped()
    {
        long channels = 2 * Student.Random.Next(1, 5), outputs = 2 * Student.Random.Next(1, 5), kernel = 2 * Student.Random.Next(0, 3) + 1;
        var net = Student.Module("TwoTowers", channels, outputs, kernel);
        var state = net.State();
        var x = Student.Tensor(2, channels, 6, 7);
        var weight = torch.cat([state["gpu0.weight"], state["gpu1.weight"]], 0);
        var bias = torch.cat([state["gpu0.bias"], state["gpu1.bias"]], 0);
        var expected = F.conv2d(x, weight, bias, padding: [kernel / 2, kernel / 2], groups: 2);
        Expect.Close(expected, net.Forward(x), 1e-4, $"TwoTowers({channels}, {outputs}, {kernel})");
    }
}
