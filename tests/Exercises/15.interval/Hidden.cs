using ConvNets.Training;

namespace Exercises.L15.Interval;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("a design of eight runs and three seeds, as the library has it", points: 2)]
    public void Design()
    {
        var design = FractionalFactorial.Create(["a", "b", "c", "d"], "D=ABC");
        var y = Enumerable.Range(0, 8).Select(run => Enumerable.Range(0, 3).Select(_ => 60 + (4 * design[run, 1]) - (2 * design[run, 0]) + Student.Random.NextDouble()).ToArray()).ToArray();
        var expected = design.MainEffects(y)[0];
        var cells = Enumerable.Range(0, 24).Select(i => (long)(i / 3)).ToArray();
        var levels = cells.Select(cell => (long)design[(int)cell, 0]).ToArray();
        var ends = Student.Call<double[]>("Interval", levels, cells, y.SelectMany(v => v).ToArray(), StudentT.Quantile(0.975, 16));
        Expect.Close(expected.Low, ends[0], 1e-6, "the lower end");
        Expect.Close(expected.High, ends[1], 1e-6, "the upper end");
    }
}
