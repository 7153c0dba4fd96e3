namespace Exercises.L15.Alias;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("AB in the design E = ABCD", points: 1)]
    public void Two() => Expect.Equal("CDE", Student.Call<string>("Alias", "AB", "ABCDE"), "the alias of AB");
}
