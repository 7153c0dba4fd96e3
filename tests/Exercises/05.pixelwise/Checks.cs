namespace Exercises.L05.Pixelwise;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("equal to the convolution on square maps", points: 1)]
    public void Square()
    {
        Tensor x = Student.Tensor(2, 3, 5, 5), weight = Student.Tensor(4, 3), bias = Student.Tensor(4);
        Expect.Close(F.conv2d(x, weight.reshape(4, 3, 1, 1), bias), Student.Call<Tensor>("Pixelwise", x, weight, bias), 1e-4, "Pixelwise on 5x5");
    }
}
