namespace Exercises.L00.Broadcast;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the lesson's own sum", points: 1)]
    public void Lesson() =>
        Expect.Equal("8 7 6", string.Join(' ', Student.Call<long[]>("BroadcastShape", new long[] { 8, 1, 6 }, new long[] { 7, 1 })), "the shape of [8, 1, 6] + [7, 1]");
}
