namespace Exercises.L03.Unpool;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any maps, each channel on its own", points: 1)]
    public void Any()
    {
        long height = Student.Random.Next(4, 12), width = Student.Random.Next(4, 12), size = Student.Random.Next(2, 4);
        var maps = Student.Tensor(2, 3, height, width);
        var (values, switches) = MaxPool2d(size, size).forward_with_indices(maps);
        var expected = ConvNets.Insight.Deconvnet.Unpool(values, switches, [2, 3, height, width]);
        Expect.Close(expected, Student.Call<Tensor>("Unpool", values, switches, height, width), 1e-6, $"Unpool to {height}x{width}");
    }
}
