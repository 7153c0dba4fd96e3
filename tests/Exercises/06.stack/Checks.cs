namespace Exercises.L06.Stack;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("three layers of 512 channels see 7 pixels, with 27 weights where one layer has 49", points: 0)]
    public void Three() =>
        Expect.Equal(new long[] { 7, 27 * 512 * 512, 49 * 512 * 512 }, Student.Call<long[]>("Stack", 3, 512L), "Stack(3, 512)");
}
