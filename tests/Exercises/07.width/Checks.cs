namespace Exercises.L07.Width;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("module 3a gives 256 channels", points: 1)]
    public void First()
    {
        var row = Student.Call<long[]>("Row", 192L, 28L, new long[] { 64, 96, 128, 16, 32, 32 });
        Expect.Equal(new long[] { 256, 163_696, 128_049_152 }, row, "Row(192, 28, [64, 96, 128, 16, 32, 32])");
    }
}
