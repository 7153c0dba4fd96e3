namespace Exercises.L08.Fold;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("a fresh norm changes almost nothing", points: 1)]
    public void Fresh()
    {
        var weight = Student.Tensor(4, 4, 3, 3);
        var answer = Student.Call<Tensor[]>("Fold", weight, ones(4), zeros(4), zeros(4), ones(4), 0.0);
        Expect.Equal(2, answer.Length, "weight and bias");
        Expect.Close(weight, answer[0], 1e-5, "the weight behind gamma 1, variance 1");
        Expect.Close(zeros(4), answer[1], 1e-5, "the bias");
    }
}
