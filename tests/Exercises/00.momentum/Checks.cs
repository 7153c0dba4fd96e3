namespace Exercises.L00.Momentum;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("from rest, the step is plain gradient descent", points: 1)]
    public void Rest()
    {
        var answer = Student.Call<Tensor[]>("MomentumStep", tensor(new[] { 1f, 2f }), tensor(new[] { 10f, -10f }), zeros(2), 0.1, 0.9);
        Expect.Equal(2, answer.Length, "the number of tensors that come back");
        Expect.Close(tensor(new[] { 0f, 3f }), answer[0], 1e-6, "the new weights");
        Expect.Close(tensor(new[] { 10f, -10f }), answer[1], 1e-6, "the new buffer");
    }
}
