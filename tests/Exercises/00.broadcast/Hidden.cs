namespace Exercises.L00.Broadcast;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("shapes that fit, and shapes that do not", points: 1)]
    public void Others()
    {
        var n = Student.Random.Next(2, 9);
        var c = Student.Random.Next(2, 5);
        var sum = Student.Call<long[]>("BroadcastShape", new long[] { c, 1, 1 }, new long[] { n, c, 5, 7 });
        Expect.Equal($"{n} {c} 5 7", string.Join(' ', sum), $"the shape of [{c}, 1, 1] + [{n}, {c}, 5, 7]");
        Student.Throws<ArgumentException>("BroadcastShape", new long[] { c, 2 }, new long[] { c, 3 });
    }
}
