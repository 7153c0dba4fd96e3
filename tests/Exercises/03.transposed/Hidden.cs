namespace Exercises.L03.Transposed;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any channels and kernel", points: 2)]
    public void Any()
    {
        long channels = Student.Random.Next(1, 5), outputs = Student.Random.Next(1, 5), kernel = Student.Random.Next(2, 6);
        Tensor y = Student.Tensor(2, outputs, 6, 5), weight = Student.Tensor(outputs, channels, kernel, kernel);
        Expect.Close(F.conv_transpose2d(y, weight), Student.Call<Tensor>("Transposed", y, weight), 1e-3, $"Transposed with {outputs} to {channels} channels, {kernel}x{kernel}");
    }
}
