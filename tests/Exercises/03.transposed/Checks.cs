namespace Exercises.L03.Transposed;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("two activations stamp one filter", points: 1)]
    public void Stamps()
    {
        var activations = tensor(new float[] { 1, 0, 0, 2 }).reshape(1, 1, 2, 2);
        var weight = tensor(new float[] { 1, 2, 3, 4 }).reshape(1, 1, 2, 2);
        var expected = tensor(new float[] { 1, 2, 0, 3, 6, 4, 0, 6, 8 }).reshape(1, 1, 3, 3);
        Expect.Close(expected, Student.Call<Tensor>("Transposed", activations, weight), 1e-5, "Transposed of the worked example");
    }

    [Check("the adjoint of the convolution", points: 1)]
    public void Adjoint()
    {
        Tensor x = Student.Tensor(1, 2, 7, 7), weight = Student.Tensor(3, 2, 3, 3), y = Student.Tensor(1, 3, 5, 5);
        var left = (F.conv2d(x, weight) * y).sum().ToDouble();
        var right = (x * Student.Call<Tensor>("Transposed", y, weight)).sum().ToDouble();
        Expect.Close(left, right, 1e-3, "<x, Transposed(y)>, which must be <conv(x), y>");
    }
}
