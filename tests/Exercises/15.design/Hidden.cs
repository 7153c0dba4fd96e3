using ConvNets.Training;

namespace Exercises.L15.Design;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("larger designs are those of the library, every pair of columns balanced", points: 2)]
    public void Larger()
    {
        foreach (var k in new[] { 5, Student.Random.Next(6, 9) })
        {
            var letters = string.Concat(Enumerable.Range(0, k - 1).Select(f => (char)('A' + f)));
            var design = FractionalFactorial.Create([.. Enumerable.Range(0, k).Select(f => $"{f}")], $"{(char)('A' + k - 1)}={letters}");
            var rows = Student.Call<long[][]>("HalfFraction", k);
            Expect.Equal(design.Runs, rows.Length, $"the number of runs for {k} components");
            for (var r = 0; r < rows.Length; r++)
            {
                Expect.Equal(string.Join(' ', Enumerable.Range(0, k).Select(f => design[r, f])), string.Join(' ', rows[r]), $"run {r} of HalfFraction({k})");
            }
        }
    }
}
