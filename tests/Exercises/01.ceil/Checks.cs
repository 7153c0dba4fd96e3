namespace Exercises.L01.Ceil;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("GoogLeNet's first pooling gives 56 from 112", points: 1)]
    public void GoogLeNet() => Expect.Equal(56L, Student.Call<long>("CeilSize", 112L, 3L, 2L, 0L), "CeilSize(112, 3, 2, 0)");
}
