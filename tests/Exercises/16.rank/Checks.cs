namespace Exercises.L16.Rank;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("a curve that only rises has rank correlation 1", points: 1)]
    public void Rising()
    {
        var x = new[] { 1.0, 2, 3, 4, 5 };
        Expect.Close(1, Student.Call<double>("RankCorrelation", x, x.Select(v => Math.Exp(3 * v)).ToArray()), 1e-9, "the rank correlation of x and exp(3x)");
        Expect.Close(-1, Student.Call<double>("RankCorrelation", x, x.Select(v => -v).ToArray()), 1e-9, "the rank correlation of x and -x");
    }
}
