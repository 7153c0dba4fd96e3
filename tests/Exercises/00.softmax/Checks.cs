namespace Exercises.L00.Softmax;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("(1, 2, 3) gives the known probabilities", points: 1)]
    public void Known()
    {
        var p = Student.Call<double[]>("Softmax", new double[] { 1, 2, 3 });
        Expect.Equal(3, p.Length, "the number of probabilities");
        Expect.Close(0.09003057317038046, p[0], 1e-9, "the probability of score 1");
        Expect.Close(0.6652409557748219, p[2], 1e-9, "the probability of score 3");
    }
}
