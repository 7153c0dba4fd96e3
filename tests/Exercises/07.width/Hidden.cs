namespace Exercises.L07.Width;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any module agrees with the one that is built", points: 1)]
    public void Built()
    {
        for (var trial = 0; trial < 3; trial++)
        {
            var (channels, map) = ((long)Student.Random.Next(3, 60), (long)Student.Random.Next(5, 30));
            var c = Enumerable.Range(0, 6).Select(_ => (long)Student.Random.Next(2, 40)).ToArray();
            using var module = ConvNets.Blocks.Inception.Module(channels, c[0], c[1], c[2], c[3], c[4], c[5]);
            var table = LayerTable.For(module, [channels, map, map]);
            Expect.Equal(new[] { table.Output[0], table.Parameters, table.Macs }, Student.Call<long[]>("Row", channels, map, c),
                $"Row({channels}, {map}, [{string.Join(", ", c)}])");
        }
    }
}
