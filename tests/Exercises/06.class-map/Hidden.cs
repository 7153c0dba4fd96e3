using ConvNets.Architectures;

namespace Exercises.L06.ClassMap;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("pictures of any size agree with the layers", points: 1)]
    public void Layers()
    {
        using var features = Vgg.Features("1 M 1 M 1 M 1 M 1 M");
        for (var trial = 0; trial < 6; trial++)
        {
            var (height, width) = ((long)Student.Random.Next(224, 700), (long)Student.Random.Next(224, 700));
            var map = LayerTable.For(features, [3, height, width]).Output;
            Expect.Equal(new[] { map[1] - 6, map[2] - 6 }, Student.Call<long[]>("ClassMap", height, width), $"ClassMap({height}, {width})");
        }

        Student.Throws<ArgumentException>("ClassMap", (long)Student.Random.Next(1, 224), 500L);
    }
}
