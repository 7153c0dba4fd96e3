namespace Exercises.L15.Net;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("parameters and multiply-accumulates for other settings", points: 2)]
    public void Costs()
    {
        foreach (var stride in new long[] { 1, 2 })
        {
            var (k, c, w) = ((2L * Student.Random.Next(1, 4)) + 1, (long)Student.Random.Next(4, 12), (long)Student.Random.Next(16, 64));
            var net = Student.Module("Component", k, c, stride, w, 7L);
            var inputs = 2 * c * (8 / stride) * (8 / stride);
            var setting = $"kernel {k}, channels {c}, stride {stride}, width {w}";
            Expect.Equal((c * ((3 * k * k) + 1)) + (2 * c * ((c * k * k) + 1)) + ((inputs + 1) * w) + ((w + 1) * 7), net.ParameterCount, $"the number of parameters with {setting}");
            var macs = (3 * k * k * c * (32 / stride) * (32 / stride)) + (c * k * k * 2 * c * (16 / stride) * (16 / stride)) + (inputs * w) + (w * 7);
            Expect.Equal(macs, net.Macs(3, 32, 32), $"the multiply-accumulates with {setting}");
        }
    }

    [Check("three ReLUs and two poolings stand in their places", points: 1)]
    public void Order()
    {
        var kinds = Student.Module("Component", 3L, 4L, 1L, 16L, 5L).Kinds.Where(kind => kind is "Conv2d" or "ReLU" or "MaxPool2d" or "Linear");
        Expect.Equal("Conv2d ReLU MaxPool2d Conv2d ReLU MaxPool2d Linear ReLU Linear", string.Join(' ', kinds), "the layers in their order");
    }
}
