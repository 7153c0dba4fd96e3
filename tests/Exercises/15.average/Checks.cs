namespace Exercises.L15.Average;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("two members, one picture", points: 1)]
    public void Two()
    {
        Tensor[] logits = [tensor(new[] { 3f, 0f }).reshape(1, 2), tensor(new[] { -1f, 1f }).reshape(1, 2)];
        var p = Student.Call<Tensor>("Average", new object[] { logits });
        Expect.Shape([1, 2], p, "the probabilities");
        Expect.Close(tensor(new[] { 0.53588852f, 0.46411148f }).reshape(1, 2), p, 1e-6, "the mean of the softmaxes");
    }
}
