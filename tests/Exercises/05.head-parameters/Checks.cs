namespace Exercises.L05.HeadParameters;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("192 maps of 8x8, ten classes", points: 1)]
    public void Cifar() => Expect.Equal(120_960L, Student.Call<long>("Saved", 192L, 8L, 10L), "Saved(192, 8, 10)");
}
