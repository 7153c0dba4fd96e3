namespace Exercises.L06.FcAsConv;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("on a map of its own size it is the layer itself", points: 1)]
    public void Itself()
    {
        var (weight, bias, map) = (Student.Tensor(4, 3 * 5 * 5), Student.Tensor(4), Student.Tensor(2, 3, 5, 5));
        var dense = Student.Call<Tensor>("Dense", weight, bias, map, 5L);
        Expect.Shape([2, 4, 1, 1], dense, "the class map of a 5x5 map");
        Expect.Close(F.linear(map.flatten(1), weight, bias), dense.flatten(1), 1e-4, "the class map of a 5x5 map");
    }
}
