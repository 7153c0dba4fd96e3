namespace Exercises.L08.Backward;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the channel 1, 2, 3, 4 with the gradient 1, 0, 0, 0", points: 1)]
    public void Four()
    {
        var x = tensor(new float[] { 1, 2, 3, 4 }).reshape(4, 1, 1, 1);
        var gradient = tensor(new float[] { 1, 0, 0, 0 }).reshape(4, 1, 1, 1);
        var answer = Student.Call<Tensor[]>("Backward", x, gradient, ones(1), 1e-5);
        Expect.Equal(3, answer.Length, "the number of gradients");
        Expect.Close(tensor(new[] { 0.2683303f, -0.35776837f, -0.08944343f, 0.1788815f }).reshape(4, 1, 1, 1), answer[0], 1e-4, "the gradient of x");
    }
}
