namespace Exercises.L14.Mmd;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("random samples of different sizes", points: 1)]
    public void Random()
    {
        using var x = Student.Tensor(Student.Random.Next(3, 9), 5);
        using var y = Student.Tensor(Student.Random.Next(9, 14), 5) + 0.7;
        var width = 0.5 + 2 * Student.Random.NextDouble();
        Expect.Close(DomainLosses.Mmd(x, y, width).ToDouble(), Student.Call<Tensor>("SquaredMmd", x, y, width).ToDouble(), 1e-5, $"SquaredMmd(x, y, {width:0.###})");
    }
}
