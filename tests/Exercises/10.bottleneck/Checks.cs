namespace Exercises.L10.Bottleneck;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("256 channels around a width of 64 take 69,632 weights", points: 1)]
    public void Identity() => Expect.Equal(69_632, Student.Call<long>("BottleneckWeights", 256L, 64L), "BottleneckWeights(256, 64)");
}
