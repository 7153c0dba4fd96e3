namespace Exercises.L09.Grid;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("from 8x8x4 to 4x4x8", points: 1)]
    public void Small() => Expect.Equal(new long[] { 18_432, 4_608, 2_304 }, Student.Call<long[]>("Halve", 8L, 4L), "Halve(8, 4)");
}
