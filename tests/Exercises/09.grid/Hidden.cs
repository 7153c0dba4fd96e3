namespace Exercises.L09.Grid;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any map agrees with the layers", points: 1)]
    public void Layers()
    {
        for (var trial = 0; trial < 3; trial++)
        {
            var (d, k) = (2L * Student.Random.Next(2, 20), (long)Student.Random.Next(2, 40));
            using var first = Sequential(Conv2d(k, 2 * k, 3, padding: 1), MaxPool2d(2, 2));
            using var second = Sequential(MaxPool2d(2, 2), Conv2d(k, 2 * k, 3, padding: 1));
            using var third = new FilterConcat([("conv", Conv2d(k, k, 3, stride: 2, padding: 1))], [("", MaxPool2d(2, 2))]);
            long Macs(Module<Tensor, Tensor> way) => LayerTable.For(way, [k, d, d]).Macs;
            Expect.Equal(new[] { Macs(first), Macs(second), Macs(third) }, Student.Call<long[]>("Halve", d, k), $"Halve({d}, {k})");
        }
    }
}
