namespace Exercises.L13.Layer;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("outputs and gradients in training, and outputs in use", points: 2)]
    public void Equal()
    {
        long channels = Student.Random.Next(6, 20);
        var transition = Student.Module("MyTransition", channels, 0.5);
        using var reference = Transition.Layer(channels, channels / 2);
        reference.load_state_dict(transition.State());
        reference.train();
        transition.Train();
        using var x = Student.Tensor(3, channels, 6, 6).requires_grad_();
        using var g = Student.Tensor(3, channels / 2, 3, 3);
        var y = reference.call(x);
        y.backward([g]);
        Expect.Close(y, transition.Forward(x.detach()), 1e-4, "the output in training");
        Expect.Close(x.grad!, transition.Backward(x.detach(), g).Input, 1e-3, "the gradient of x");
        reference.load_state_dict(transition.State());
        reference.eval();
        transition.Eval();
        Expect.Close(reference.call(x.detach()), transition.Forward(x.detach()), 1e-4, "the output in use");
    }
}
