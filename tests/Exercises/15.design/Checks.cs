namespace Exercises.L15.Design;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("three components in four runs", points: 1)]
    public void Three()
    {
        var rows = Student.Call<long[][]>("HalfFraction", 3);
        Expect.Equal("-1 -1 1; 1 -1 -1; -1 1 -1; 1 1 1", string.Join("; ", rows.Select(row => string.Join(' ', row))), "HalfFraction(3)");
    }
}
