namespace Exercises.L15.Effect;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("four runs, half of them high", points: 1)]
    public void Four() => Expect.Close(-2.5,
        Student.Call<double>("MainEffect", new long[] { 1, -1, 1, -1 }, new[] { 10.0, 12.0, 9.0, 12.0 }), 1e-9, "the effect");
}
