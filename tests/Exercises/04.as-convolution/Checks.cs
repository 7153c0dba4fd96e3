namespace Exercises.L04.AsConvolution;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("on a map of its own size it is the layer itself", points: 1)]
    public void Same()
    {
        Tensor map = Student.Tensor(2, 3, 4, 4), weight = Student.Tensor(5, 48), bias = Student.Tensor(5);
        Expect.Close(F.linear(map.flatten(1), weight, bias).reshape(2, 5, 1, 1), Student.Call<Tensor>("Scores", map, weight, bias, 4L), 1e-4, "Scores on 4x4");
    }
}
