namespace Exercises.L08.Fold;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("one convolution answers as the two layers do", points: 2)]
    public void Same()
    {
        var c = Student.Random.Next(2, 6);
        var (weight, gamma, beta) = (Student.Tensor(c, c, 3, 3), Student.Tensor(c), Student.Tensor(c));
        var (mean, variance) = (Student.Tensor(c), Student.Tensor(c).square() + 0.3);
        const double eps = 1e-2;
        var answer = Student.Call<Tensor[]>("Fold", weight, gamma, beta, mean, variance, eps);
        Expect.Equal(2, answer.Length, "weight and bias");
        var x = Student.Tensor(2, c, 7, 6);
        var expected = F.batch_norm(F.conv2d(x, weight), mean, variance, gamma, beta, training: false, eps: eps);
        Expect.Close(expected, F.conv2d(x, answer[0], answer[1]), 1e-3, "the output of the folded convolution");
    }
}
