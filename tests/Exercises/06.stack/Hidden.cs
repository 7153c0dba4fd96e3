using ConvNets.Architectures;

namespace Exercises.L06.Stack;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("field and weights are those of the layers themselves", points: 1)]
    public void Counted()
    {
        for (var trial = 0; trial < 4; trial++)
        {
            var (layers, channels) = (Student.Random.Next(1, 7), (long)Student.Random.Next(2, 40));
            using var stack = Vgg.Features(string.Join(' ', Enumerable.Repeat(channels, layers)), channels);
            var table = LayerTable.For(stack, [channels, 32, 32]);
            var field = (long)table.ReceptiveField;
            var weights = table.Parameters - layers * channels;
            Expect.Equal(new[] { field, weights, field * field * channels * channels },
                Student.Call<long[]>("Stack", layers, channels), $"Stack({layers}, {channels})");
        }
    }
}
