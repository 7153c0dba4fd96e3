namespace Exercises.L07.BreakEven;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("at that width both forms cost the same", points: 1)]
    public void Equal()
    {
        for (var trial = 0; trial < 4; trial++)
        {
            var (k, from, to) = (1L + 2 * Student.Random.Next(1, 4), (long)Student.Random.Next(8, 600), (long)Student.Random.Next(8, 400));
            var r = Student.Call<double>("BreakEven", k, from, to);
            Expect.Close((double)(k * k * from * to), r * (from + k * k * to), 1e-6, $"the cost with BreakEven({k}, {from}, {to}) channels");
        }
    }
}
