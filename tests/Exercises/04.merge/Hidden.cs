using ConvNets.Data;
using ConvNets.Insight;

namespace Exercises.L04.Merge;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("votes around three objects", points: 2)]
    public void Objects()
    {
        var votes = new List<Box>();
        foreach (var centre in new[] { 0, 60, 130 })
            for (var i = 0; i < 4; i++)
            {
                var (dx, dy) = (Student.Random.Next(0, 7), Student.Random.Next(0, 7));
                votes.Add(new Box(centre + dx, dy, centre + dx + 30, dy + 40));
            }

        var expected = BoxMerging.Merge(votes.Select(box => new ScoredBox(box, 0, 1)), 0.8).Select(box => box.Box).OrderBy(box => box.X0).ToArray();
        var merged = Student.Call<double[]>("Merge", votes.SelectMany(box => new double[] { box.X0, box.Y0, box.X1, box.Y1 }).ToArray(), 0.8);
        Expect.Equal(expected.Length, merged.Length / 4, "boxes that are left");
        for (var i = 0; i < expected.Length; i++)
            Expect.True(expected[i].Iou(new Box((float)merged[4 * i], (float)merged[4 * i + 1], (float)merged[4 * i + 2], (float)merged[4 * i + 3])) > 0.9, $"Box {i} must lie where its votes are.");
    }
}
