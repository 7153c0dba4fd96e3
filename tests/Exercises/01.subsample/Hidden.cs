namespace Exercises.L01.Subsample;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("other strides and channels, with nine weights a channel", points: 2)]
    public void Others()
    {
        var (channels, stride) = (Student.Random.Next(2, 7), Student.Random.Next(2, 4));
        var x = Student.Tensor(1, channels, 13, 10);
        var net = Student.Module("Subsample", (long)channels, (long)stride);
        var every = TensorIndex.Slice(step: stride);
        Expect.Close(x[.., .., every, every], net.Forward(x), 1e-6, $"the output with stride {stride}");
        Expect.Equal(9L * channels, net.ParameterCount, $"the number of weights for {channels} channels");
    }
}
