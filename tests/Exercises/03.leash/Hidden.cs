namespace Exercises.L03.Leash;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any filters", points: 1)]
    public void Any()
    {
        var conv = Conv2d(3, 6, 5, bias: false);
        var weight = Student.Tensor(6, 3, 5, 5) * (arange(1f, 7f) / 6).reshape(6, 1, 1, 1);
        using (no_grad()) conv.weight.copy_(weight);
        FilterNorms.LimitRms(conv, 0.5);
        Expect.Close(conv.weight.detach(), Student.Call<Tensor>("Leash", weight, 0.5), 1e-4, "Leash at 0.5");
    }

    [Check("the judgement: active at once, and never above 1", points: 1)]
    public void Judgement()
    {
        Expect.Close(0.1 / Math.Sqrt(2.0 / 147), Student.Call<double>("Kept", Math.Sqrt(2.0 / 147), 0.1), 1e-9, "Kept(He at 7x7x3, 0.1)");
        Expect.Close(1.0, Student.Call<double>("Kept", 0.03, 0.1), 1e-9, "Kept(0.03, 0.1)");
    }
}
