namespace Exercises.L02.ColourUnits;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("pixels of 0 to 255, and any other range", points: 1)]
    public void Any()
    {
        var (lambda, alpha, range) = (Student.Random.NextDouble(), Student.Random.NextDouble() / 5, Student.Random.Next(2, 300));
        Expect.Close(alpha * lambda * range, Student.Call<double>("Shift", lambda, alpha, (double)range), 1e-9, $"Shift({lambda}, {alpha}, {range})");
    }

    [Check("the form that does not depend on the unit", points: 1)]
    public void Form() => Expect.Equal("b", Student.Call<string>("UnitFree"), "UnitFree()");
}
