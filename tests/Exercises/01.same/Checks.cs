namespace Exercises.L01.Same;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("7x7, stride 2, on 224", points: 1)]
    public void First() =>
        Expect.Equal("112 2 3", string.Join(' ', Student.Call<long[]>("SamePadding", 224L, 7L, 2L)), "SamePadding(224, 7, 2)");
}
