namespace Exercises.L05.Pixelwise;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any shape, and pixels do not mix", points: 1)]
    public void Any()
    {
        long channels = Student.Random.Next(1, 6), outputs = Student.Random.Next(1, 6), height = Student.Random.Next(2, 7);
        Tensor x = Student.Tensor(2, channels, height, height + 2), weight = Student.Tensor(outputs, channels), bias = Student.Tensor(outputs);
        var y = Student.Call<Tensor>("Pixelwise", x, weight, bias);
        Expect.Close(F.conv2d(x, weight.reshape(outputs, channels, 1, 1), bias), y, 1e-4, "Pixelwise");
        Expect.Close(y.flip(2, 3), Student.Call<Tensor>("Pixelwise", x.flip(2, 3), weight, bias), 1e-5, "Pixelwise of turned pixels");
    }
}
