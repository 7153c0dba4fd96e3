namespace Exercises.L11.Highway;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("outputs and gradients of random layers", points: 1)]
    public void Equal()
    {
        long width = Student.Random.Next(3, 20);
        var layer = Student.Module("GatedLayer", width, -0.5);
        using var reference = HighwayLayer.Linear(width, -0.5);
        reference.load_state_dict(layer.State());
        using var x = Student.Tensor(7, width).requires_grad_();
        var y = reference.call(x);
        Expect.Close(y, layer.Forward(x.detach()), 1e-5, "the output");
        using var g = Student.Tensor(7, width);
        y.backward([g]);
        Expect.Close(x.grad!, layer.Backward(x.detach(), g).Input, 1e-4, "the gradient of x");
    }
}
