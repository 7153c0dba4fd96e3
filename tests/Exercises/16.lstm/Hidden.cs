namespace Exercises.L16.Lstm;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("outputs and gradients equal the library's, for random sizes", points: 2)]
    public void Equal()
    {
        var size = Student.Random.Next(3, 9);
        using var library = new ResidualLstm(size, size, size);
        var mine = Student.Module("MyResidualLstm", (long)size);
        mine.Load(library.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value));
        var (x, weight) = (Student.Tensor(3, 6, size), Student.Tensor(3, 6, size));
        var theirs = mine.Backward(x, weight);
        using var input = x.detach().clone().requires_grad_();
        var output = library.call(input);
        (output * weight).sum().backward();
        Expect.Close(output, theirs.Output, 1e-4, "the outputs");
        Expect.Close(input.grad!, theirs.Input, 1e-3, "the gradient of the input");
    }
}
