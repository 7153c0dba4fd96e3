namespace Exercises.L07.Budget;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("after 120 steps two thirds of new pictures are right, within the budget", points: 2)]
    public void Accuracy()
    {
        var (images, labels) = BudgetTask.Pictures(Student.Seed + 1, 480);
        var net = Student.Module("Train", images, labels, 120);
        Expect.InRange(1, 4000, net.ParameterCount, "parameters");
        net.Eval();
        var (newImages, newLabels) = BudgetTask.Pictures(Student.Seed + 2, 240);
        var right = net.Forward(newImages).argmax(1).eq(newLabels).sum().item<long>() / 240.0;
        Expect.InRange(2.0 / 3, 1, right, "the accuracy on new pictures");
    }
}
