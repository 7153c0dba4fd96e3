namespace Exercises.L11.Preact;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("outputs and gradients of random units in training", points: 2)]
    public void Equal()
    {
        long width = Student.Random.Next(2, 6);
        var unit = Student.Module("PreActUnit", width);
        using var reference = new PreActBottleneck(4 * width, width, 1, PreActivation.Residual);
        reference.load_state_dict(unit.State());
        reference.train();
        unit.Train();
        using var x = Student.Tensor(3, 4 * width, 6, 6).requires_grad_();
        using var g = Student.Tensor(3, 4 * width, 6, 6);
        var y = reference.call(x);
        y.backward([g]);
        Expect.Close(y, unit.Forward(x.detach()), 1e-4, "the output");
        Expect.Close(x.grad!, unit.Backward(x.detach(), g).Input, 1e-3, "the gradient of x");
    }
}
