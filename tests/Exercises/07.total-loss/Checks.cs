namespace Exercises.L07.TotalLoss;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("in evaluation the main loss is all", points: 1)]
    public void Evaluation()
    {
        var (main, head, labels) = (Student.Tensor(6, 4), Student.Tensor(6, 4), tensor(new long[] { 0, 1, 2, 3, 0, 1 }));
        Expect.Close(F.cross_entropy(main, labels), Student.Call<Tensor>("TotalLoss", main, new[] { head }, labels, false), 1e-5, "the loss in evaluation");
    }
}
