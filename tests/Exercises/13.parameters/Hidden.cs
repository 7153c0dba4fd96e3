namespace Exercises.L13.Parameters;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("random blocks without bottleneck", points: 1)]
    public void Plain() => Compare(bottleneck: false);

    [Check("random blocks with bottleneck", points: 1)]
    public void Bottleneck() => Compare(bottleneck: true);

    private void Compare(bool bottleneck)
    {
        long channels = Student.Random.Next(8, 40), k = Student.Random.Next(3, 16);
        var layers = Student.Random.Next(2, 7);
        var expected = 0L;
        for (var l = 0; l < layers; l++)
        {
            using var layer = new DenseLayer(channels + l * k, k, bottleneck);
            expected += layer.parameters().Sum(parameter => parameter.numel());
        }

        Expect.Equal(expected, Student.Call<long>("BlockParameters", channels, k, layers, bottleneck), $"BlockParameters({channels}, {k}, {layers}, {bottleneck})");
    }
}
