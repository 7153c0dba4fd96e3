namespace Exercises.L12.Channels;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("Reduction-A and Reduction-B of Inception-ResNet-v2", points: 1)]
    public void VersionTwo()
    {
        Expect.Equal("1152, 17", string.Join(", ", Student.Call<long[]>("Reduce", 384L, 35L, new long[] { 384, 384 })), "Reduce(384, 35, [384, 384])");
        Expect.Equal("2144, 8", string.Join(", ", Student.Call<long[]>("Reduce", 1152L, 17L, new long[] { 384, 288, 320 })), "Reduce(1152, 17, [384, 288, 320])");
    }
}
