namespace Exercises.L14.Read;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("random figures", points: 1)]
    public void Random()
    {
        double[] bnb = [.. Enumerable.Range(0, 6).Select(_ => 0.5 + 0.1 * Student.Random.NextDouble())];
        double[] anb = [.. Enumerable.Range(0, 6).Select(_ => 0.4 + 0.2 * Student.Random.NextDouble())];
        var answer = Student.Call<double[]>("TakeApart", 0.6, bnb, anb);
        Expect.Equal(13, answer.Length, "the number of values");
        for (var n = 0; n < 6; n++)
        {
            Expect.Close(0.6 - bnb[n], answer[n], 1e-9, $"the co-adaptation at n = {n + 1}");
            Expect.Close(bnb[n] - anb[n], answer[6 + n], 1e-9, $"the specificity at n = {n + 1}");
        }
    }

    [Check("a lead that does not last, and none at all", points: 1)]
    public void Lasting()
    {
        var answer = Student.Call<double[]>("TakeApart", 0.6, new[] { 0.58, 0.5, 0.59, 0.59 }, new[] { 0.5, 0.48, 0.5, 0.5 });
        Expect.Close(3, answer[8], 1e-9, "the last value when the lead is lost at n = 2");
        answer = Student.Call<double[]>("TakeApart", 0.6, new[] { 0.58, 0.5 }, new[] { 0.5, 0.48 });
        Expect.Close(0, answer[4], 1e-9, "the last value when the lead is lost at the end");
    }
}
