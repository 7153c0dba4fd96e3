namespace Exercises.L09.Calibration;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any probabilities, any number of bins", points: 1)]
    public void Any()
    {
        for (var trial = 0; trial < 2; trial++)
        {
            var (n, bins) = (Student.Random.Next(40, 90), Student.Random.Next(5, 12));
            var sure = Enumerable.Range(0, n).Select(_ => 0.2 + 0.8 * Student.Random.NextDouble()).ToArray();
            Agree(sure, [.. sure.Select(p => Student.Random.NextDouble() < p * p)], bins);
        }
    }

    [Check("probability 1 belongs to the last bin", points: 1)]
    public void One() => Agree([0.95, 1, 0.98, 1, 0.3], [true, false, true, true, Student.Random.Next(2) == 1], 10);

    private void Agree(double[] sure, bool[] hits, int bins)
    {
        var (sum, right) = (new double[bins], new double[bins]);
        for (var i = 0; i < sure.Length; i++)
        {
            var bin = Math.Min((int)(sure[i] * bins), bins - 1);
            sum[bin] += sure[i];
            right[bin] += hits[i] ? 1 : 0;
        }

        var expected = Enumerable.Range(0, bins).Sum(b => Math.Abs(sum[b] - right[b]) / sure.Length);
        Expect.Close(expected, Student.Call<double>("Calibration", sure, hits, bins), 1e-9, $"the error of {sure.Length} samples in {bins} bins");
    }
}
