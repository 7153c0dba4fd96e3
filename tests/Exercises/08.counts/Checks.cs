namespace Exercises.L08.Counts;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("four numbers come back", points: 0)]
    public void Four() => Expect.Equal(4, Student.Call<long[]>("Counts", 32L, 64L, 14L, 14L).Length, "the number of answers");
}
