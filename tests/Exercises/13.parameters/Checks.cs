namespace Exercises.L13.Parameters;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("one layer, with and without bottleneck", points: 1)]
    public void One()
    {
        Expect.Equal(2L * 16 + 9 * 16 * 12, Student.Call<long>("BlockParameters", 16L, 12L, 1, false), "BlockParameters(16, 12, 1, false)");
        Expect.Equal(2L * 24 + 4 * 24 * 12 + 96 + 36 * 144, Student.Call<long>("BlockParameters", 24L, 12L, 1, true), "BlockParameters(24, 12, 1, true)");
    }
}
