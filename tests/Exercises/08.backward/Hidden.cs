namespace Exercises.L08.Backward;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("the gradient of x is autograd's", points: 2)]
    public void Input()
    {
        var (x, gradient, weight, eps, answer) = Ask();
        var leaf = x.detach().clone().requires_grad_();
        (F.batch_norm(leaf, null, null, weight, null, training: true, eps: eps) * gradient).sum().backward();
        Expect.Close(leaf.grad!, answer[0], 1e-3, "the gradient of x");
    }

    [Check("the gradients of gamma and beta are autograd's", points: 1)]
    public void Parameters()
    {
        var (x, gradient, weight, eps, answer) = Ask();
        var gamma = weight.clone().requires_grad_();
        var beta = zeros_like(weight).requires_grad_();
        (F.batch_norm(x, null, null, gamma, beta, training: true, eps: eps) * gradient).sum().backward();
        Expect.Close(gamma.grad!, answer[1], 1e-3, "the gradient of gamma");
        Expect.Close(beta.grad!, answer[2], 1e-3, "the gradient of beta");
    }

    private (Tensor X, Tensor Gradient, Tensor Weight, double Eps, Tensor[] Answer) Ask()
    {
        var c = Student.Random.Next(2, 6);
        var (x, gradient, weight) = (Student.Tensor(3, c, 4, 3) * 2 + 1, Student.Tensor(3, c, 4, 3), Student.Tensor(c));
        const double eps = 1e-3;
        var answer = Student.Call<Tensor[]>("Backward", x, gradient, weight, eps);
        Expect.Equal(3, answer.Length, "the number of gradients");
        return (x, gradient, weight, eps, answer);
    }
}
