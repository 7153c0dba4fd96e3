namespace Exercises.L01.Three;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("two 3x3 for a 5x5, with 72 % of its weights", points: 1)]
    public void Five()
    {
        var answer = Student.Call<double[]>("ThreeByThree", 5L);
        Expect.Close(2, answer[0], 1e-9, "the number of layers for k = 5");
        Expect.Close(0.72, answer[1], 1e-9, "the share of the weights for k = 5");
    }
}
