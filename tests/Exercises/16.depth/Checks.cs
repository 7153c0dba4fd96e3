namespace Exercises.L16.Depth;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("two branches, one of them twice as deep", points: 1)]
    public void Branches() => Expect.Equal(3L, Student.Call<long>("Depth",
        new long[] { 0, 1, 1, 1, 0, 1 }, new long[][] { [], [0], [0], [2], [1, 3], [4] }), "the depth");
}
