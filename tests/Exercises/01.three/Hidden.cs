namespace Exercises.L01.Three;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any odd kernel", points: 1)]
    public void Others()
    {
        long k = (2 * Student.Random.Next(3, 9)) + 1;
        var answer = Student.Call<double[]>("ThreeByThree", k);
        Expect.Close((k - 1) / 2, answer[0], 1e-9, $"the number of layers for k = {k}");
        Expect.Close(4.5 * (k - 1) / (k * k), answer[1], 1e-9, $"the share of the weights for k = {k}");
    }
}
