namespace Exercises.L05.HeadParameters;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any maps, counted on real layers", points: 1)]
    public void Any()
    {
        long maps = Student.Random.Next(2, 30), side = Student.Random.Next(1, 7), classes = Student.Random.Next(2, 12);
        long Count(Module<Tensor, Tensor> layer) => layer.parameters().Sum(p => p.numel());
        var expected = Count(Linear(maps * side * side, classes)) - Count(Conv2d(maps, classes, 1));
        Expect.Equal(expected, Student.Call<long>("Saved", maps, side, classes), $"Saved({maps}, {side}, {classes})");
    }
}
