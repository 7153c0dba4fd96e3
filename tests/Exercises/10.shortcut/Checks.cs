namespace Exercises.L10.Shortcut;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("a 4 x 4 picture with stride 2 keeps the pixels 1, 3, 9 and 11 and gains a channel of zeros", points: 1)]
    public void Small() => Expect.Close(
        tensor(new float[] { 1, 3, 9, 11, 0, 0, 0, 0 }, [1, 2, 2, 2]),
        Student.Call<Tensor>("OptionA", arange(1f, 17f).reshape(1, 1, 4, 4), 2L, 2L), 0, "OptionA of 1 to 16 as 4 x 4");
}
