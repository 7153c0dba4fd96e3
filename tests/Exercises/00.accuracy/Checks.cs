namespace Exercises.L00.Accuracy;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("three of four are right", points: 1)]
    public void Three()
    {
        var scores = tensor(new float[] { 1, 2, 0, 5, 1, 0, 0, 1, 9, 3, 2, 1 }).reshape(4, 3);
        Expect.Close(0.75, Student.Call<double>("Accuracy", scores, tensor(new long[] { 1, 0, 2, 2 })), 1e-9, "the accuracy of four rows");
    }
}
