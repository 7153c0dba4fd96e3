namespace Exercises.L11.Stochastic;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("in use the branch is weighed by its survival", points: 2)]
    public void InUse()
    {
        long channels = Student.Random.Next(2, 6);
        var survival = 0.3 + 0.5 * Student.Random.NextDouble();
        var unit = Student.Module("StochasticUnit", channels, survival);
        using var reference = new StochasticDepthBlock(channels, channels, 1, survival, bias: false);
        reference.load_state_dict(unit.State());
        reference.eval();
        unit.Eval();
        using var x = Student.Tensor(3, channels, 5, 5);
        Expect.Close(reference.call(x), unit.Forward(x), 1e-4, "the output in use");
    }
}
