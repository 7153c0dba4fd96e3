namespace Exercises.L06.FcAsConv;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("every position of a larger map equals the layer on that crop", points: 1)]
    public void Crops()
    {
        var (side, more) = (Student.Random.Next(2, 5), Student.Random.Next(1, 4));
        var (channels, outputs) = (Student.Random.Next(2, 5), Student.Random.Next(2, 6));
        var (weight, bias) = (Student.Tensor(outputs, channels * side * side), Student.Tensor(outputs));
        var map = Student.Tensor(2, channels, side + more, side + more + 1);
        var dense = Student.Call<Tensor>("Dense", weight, bias, map, (long)side);
        Expect.Shape([2, outputs, more + 1, more + 2], dense, "the class map");
        for (var y = 0; y <= more; y++)
        {
            for (var x = 0; x <= more + 1; x++)
            {
                var crop = map.narrow(2, y, side).narrow(3, x, side).flatten(1);
                Expect.Close(F.linear(crop, weight, bias), dense.select(3, x).select(2, y), 1e-4, $"the class map at ({y}, {x})");
            }
        }
    }
}
