namespace Exercises.L13.BreakEven;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the first block of DenseNet-BC (100, 12): 24 channels, k = 12", points: 1)]
    public void First() => Expect.Equal(7, Student.Call<int>("FirstThatSaves", 24L, 12L, 16), "FirstThatSaves(24, 12, 16)");
}
