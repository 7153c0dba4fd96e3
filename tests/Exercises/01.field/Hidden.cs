namespace Exercises.L01.Field;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("AlexNet's first two layers without padding, and a stack drawn at random", points: 2)]
    public void Others()
    {
        Expect.Equal("24 42", string.Join(' ', Student.Call<long[]>("FieldOfUnit", 3L, new long[][] { [11, 4, 0], [3, 2, 0] })), "unit 3 of 11x11/4 and 3x3/2");
        var layers = Enumerable.Range(0, 5).Select(_ => new long[] { Student.Random.Next(1, 6), Student.Random.Next(1, 4), Student.Random.Next(0, 3) }).ToArray();
        var unit = Student.Random.Next(0, 20);
        var (low, high) = ((long)unit, (long)unit);
        foreach (var layer in layers.Reverse())
        {
            (low, high) = ((low * layer[1]) - layer[2], (high * layer[1]) - layer[2] + layer[0] - 1);
        }

        Expect.Equal($"{low} {high}", string.Join(' ', Student.Call<long[]>("FieldOfUnit", (long)unit, layers)), $"unit {unit} of {string.Join(", ", layers.Select(l => $"{l[0]}/{l[1]}/{l[2]}"))} (kernel/stride/padding)");
    }
}
