using ConvNets.Architectures;

namespace Exercises.L06.Features;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any table answers as the library's net with the same weights", points: 2)]
    public void SameAnswers()
    {
        for (var trial = 0; trial < 3; trial++)
        {
            int Width() => Student.Random.Next(3, 9);
            var channels = (long)Student.Random.Next(1, 5);
            var table = $"{Width()} {Width()} M {Width()} 1:{Width()} M {Width()}";
            var features = Student.Module("Features", table, channels);
            using var net = Vgg.Features(table, channels);
            features.Load(net.state_dict());
            var x = Student.Tensor(2, channels, 12, 16);
            Expect.Close(net.call(x), features.Forward(x), 1e-4, $"the output of \"{table}\"");
        }
    }
}
