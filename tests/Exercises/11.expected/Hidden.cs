namespace Exercises.L11.Expected;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any number of blocks, any last survival", points: 1)]
    public void Any()
    {
        var blocks = Student.Random.Next(3, 120);
        var last = Math.Round(Student.Random.NextDouble(), 2);
        var expected = Enumerable.Range(1, blocks).Sum(l => StochasticDepthBlock.LinearDecay(l, blocks, last));
        Expect.Close(expected, Student.Call<double>("ExpectedBlocks", blocks, last), 1e-9, $"ExpectedBlocks({blocks}, {last})");
    }
}
