namespace Exercises.L07.TotalLoss;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("in training every head adds 0.3 of its loss", points: 1)]
    public void Training()
    {
        var (count, classes) = (Student.Random.Next(3, 9), Student.Random.Next(2, 7));
        var labels = tensor(Enumerable.Range(0, count).Select(_ => (long)Student.Random.Next(classes)).ToArray());
        var main = Student.Tensor(count, classes);
        Tensor[] heads = [Student.Tensor(count, classes), Student.Tensor(count, classes)];
        var expected = heads.Aggregate(F.cross_entropy(main, labels), (sum, head) => sum + 0.3 * F.cross_entropy(head, labels));
        Expect.Close(expected, Student.Call<Tensor>("TotalLoss", main, heads, labels, true), 1e-4, "the loss in training");
        Expect.Close(F.cross_entropy(main, labels), Student.Call<Tensor>("TotalLoss", main, heads, labels, false), 1e-4, "the loss in evaluation");
    }
}
