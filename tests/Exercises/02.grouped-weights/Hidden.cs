namespace Exercises.L02.GroupedWeights;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any grouped convolution, and groups that do not fit", points: 1)]
    public void Any()
    {
        long groups = Student.Random.Next(2, 5), kernel = Student.Random.Next(1, 6);
        long channels = groups * Student.Random.Next(1, 9), outputs = groups * Student.Random.Next(1, 9);
        var expected = outputs * (channels / groups) * kernel * kernel;
        Expect.Equal(expected, Student.Call<long>("ConvWeights", channels, outputs, kernel, groups), $"ConvWeights({channels}, {outputs}, {kernel}, {groups})");
        Student.Throws<ArgumentException>("ConvWeights", groups * 3 + 1, outputs, kernel, groups);
        Student.Throws<ArgumentException>("ConvWeights", channels, groups * 3 + 1, kernel, groups);
    }
}
