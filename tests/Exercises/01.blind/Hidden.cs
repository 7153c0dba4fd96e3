namespace Exercises.L01.Blind;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("strides and 1x1 layers", points: 2)]
    public void Others()
    {
        var layers = Enumerable.Range(0, 10).Select(_ => new long[] { (2 * Student.Random.Next(0, 3)) + 1, Student.Random.Next(1, 3), 0 }).ToArray();
        long[][] all = [[3, 2, 1], [1, 1, 0], .. layers, [1, 1, 0], [3, 1, 1], [3, 1, 1]];
        for (long size = 3; size < 60; size += 7)
        {
            var (field, jump, expected) = (1L, 1L, -1L);
            for (var i = 0; i < all.Length; i++)
            {
                expected = expected < 0 && all[i][0] > 1 && field >= size ? i : expected;
                field += (all[i][0] - 1) * jump;
                jump *= all[i][1];
            }

            Expect.Equal(expected, Student.Call<long>("FirstBlind", all, size), $"the first blind layer on {size} pixels");
        }
    }
}
