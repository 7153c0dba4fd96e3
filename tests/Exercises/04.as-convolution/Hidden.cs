namespace Exercises.L04.AsConvolution;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("on a larger map every place is the layer on that window", points: 1)]
    public void Windows()
    {
        long side = Student.Random.Next(2, 5), channels = Student.Random.Next(1, 5);
        Tensor map = Student.Tensor(1, channels, side + 3, side + 2), weight = Student.Tensor(4, channels * side * side), bias = Student.Tensor(4);
        var scores = Student.Call<Tensor>("Scores", map, weight, bias, side);
        Expect.Shape([1, 4, 4, 3], scores, "Scores on a larger map");
        var window = map.narrow(2, 3, side).narrow(3, 1, side);
        Expect.Close(F.linear(window.flatten(1), weight, bias)[0], scores[.., .., 3, 1][0], 1e-4, "Scores at row 3, column 1");
    }
}
