namespace Exercises.L12.Verdict;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("random logs, some of which never get there", points: 1)]
    public void Any()
    {
        double[] Log(double speed) => [.. Enumerable.Range(0, 60).Select(t => 0.1 + 0.8 * Math.Exp(-speed * t) + 0.1 * Student.Random.NextDouble())];
        double[] slow = Log(0.02 + 0.02 * Student.Random.NextDouble()), fast = Log(0.1 + 0.05 * Student.Random.NextDouble()), never = [.. slow.Select(_ => 0.9)];
        var window = Student.Random.Next(3, 8);
        foreach (var (a, b) in new[] { (slow, fast), (never, fast) })
            Expect.Close((double)Steps(a, 0.5, window) / Steps(b, 0.5, window), Student.Call<double>("TimesTheSteps", a, b, 0.5, window), 1e-9, $"TimesTheSteps with a window of {window}");

        Expect.Close(4.0 / 3, Student.Call<double>("TimesTheSteps", new[] { 0.2, 0.9, 0.5, 0.3 }, new[] { 0.9, 0.6, 0.2 }, 0.4, 2), 1e-9, "TimesTheSteps where only the first step is low, before a window of 2 is full");
    }

    private static int Steps(double[] log, double error, int window) => Enumerable.Range(window, log.Length - window + 1)
        .Where(t => log.Skip(t - window).Take(window).Average() <= error).DefaultIfEmpty(log.Length).First();
}
