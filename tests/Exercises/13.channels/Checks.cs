namespace Exercises.L13.Channels;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("DenseNet-121", points: 1)]
    public void DenseNet121() => Expect.Equal("64 256 128 512 256 1024 512 1024",
        string.Join(" ", Student.Call<long[]>("ChannelPath", 64L, 32L, new[] { 6, 12, 24, 16 }, 0.5)), "ChannelPath of DenseNet-121");
}
