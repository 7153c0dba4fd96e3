namespace Exercises.L16.Front;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("five candidates, three of them on the front", points: 1)]
    public void Five() => Expect.Equal("3 0 2", string.Join(' ', Student.Call<long[]>("Front",
        new[] { 2.0, 5.0, 9.0, 1.0, 2.0 }, new[] { 70.0, 65.0, 90.0, 50.0, 60.0 })), "the front");
}
