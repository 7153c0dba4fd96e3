namespace Exercises.L14.Classifier;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("with random weights, outputs and gradients", points: 2)]
    public void Random()
    {
        long classes = Student.Random.Next(3, 12);
        var classifier = Student.Module("SourceClassifier", classes);
        var state = classifier.State().ToDictionary(entry => entry.Key, entry => Student.Tensor([.. entry.Value.shape]));
        classifier.Load(state);
        using var x = Student.Tensor(6, classes).requires_grad_();
        using var g = Student.Tensor(6, classes);
        var y = x + F.linear(F.relu(F.linear(x, state["fc1.weight"], state["fc1.bias"])), state["fc2.weight"], state["fc2.bias"]);
        y.backward([g]);
        Expect.Close(y, classifier.Forward(x.detach()), 1e-4, "the source logits");
        Expect.Close(x.grad!, classifier.Backward(x.detach(), g).Input, 1e-4, "the gradient of the target logits");
    }
}
