namespace Exercises.L16.Doublings;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("two steps in a row add up", points: 1)]
    public void Sum()
    {
        var errors = Enumerable.Range(0, 3).Select(_ => 4 + (16 * Student.Random.NextDouble())).ToArray();
        var macs = Enumerable.Range(0, 3).Select(_ => 1e9 * (1 + (9 * Student.Random.NextDouble()))).ToArray();
        var first = Student.Call<double[]>("Step", errors[0], errors[1], macs[0], macs[1]);
        var second = Student.Call<double[]>("Step", errors[1], errors[2], macs[1], macs[2]);
        Expect.Close(Math.Log2(errors[0] / errors[2]), first[0] + second[0], 1e-9, "the sum of two gains");
        Expect.Close(Math.Log2(macs[2] / macs[0]), first[1] + second[1], 1e-9, "the sum of two prices");
    }
}
