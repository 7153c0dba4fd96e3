namespace Exercises.L00.Accuracy;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("random scores and labels", points: 1)]
    public void Other()
    {
        var rows = Student.Random.Next(20, 60);
        var scores = Student.Tensor(rows, 5);
        var labels = scores.argmax(1);
        var wrong = Student.Random.Next(3, 15);
        for (var i = 0; i < wrong; i++)
        {
            labels[i] = (labels[i] + 1) % 5;
        }

        Expect.Close((rows - wrong) / (double)rows, Student.Call<double>("Accuracy", scores, labels), 1e-9, $"the accuracy of {rows} rows, {wrong} of them wrong");
    }
}
