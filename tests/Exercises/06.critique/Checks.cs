namespace Exercises.L06.Critique;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the answer is a number of per cent", points: 0)]
    public void Range() => Expect.InRange(0, 100, Student.Call<double>("FullyConnectedMacs"), "FullyConnectedMacs()");
}
