namespace Exercises.L01.Field;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("two 3x3 of stride 2 with padding 1", points: 1)]
    public void Lecture() =>
        Expect.Equal("5 11", string.Join(' ', Student.Call<long[]>("FieldOfUnit", 2L, new long[][] { [3, 2, 1], [3, 2, 1] })), "unit 2 of two 3x3, stride 2, padding 1");
}
