namespace Exercises.L00.Softmax;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("scores in the thousands do not overflow", points: 1)]
    public void Large()
    {
        var scores = Enumerable.Range(0, 5).Select(_ => 1000 + (4 * Student.Random.NextDouble())).ToArray();
        var p = Student.Call<double[]>("Softmax", scores);
        var sum = scores.Sum(s => Math.Exp(s - 1000));
        for (var i = 0; i < scores.Length; i++)
        {
            Expect.Close(Math.Exp(scores[i] - 1000) / sum, p[i], 1e-9, $"probability {i} of scores near 1000");
        }

        var apart = Student.Call<double[]>("Softmax", new double[] { -3000, 0, 3000, 0, 0 });
        Expect.Close(1, apart[2], 1e-9, "the probability of 3000 beside scores of 0 and -3000");
    }
}
