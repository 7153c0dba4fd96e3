namespace Exercises.L03.OutputPadding;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("conv1 of ZFNet needs one pixel, conv1 of AlexNet none", points: 1)]
    public void First()
    {
        Expect.Equal(1L, Student.Call<long>("OutputPadding", 224L, 7L, 2L, 1L), "OutputPadding(224, 7, 2, 1)");
        Expect.Equal(0L, Student.Call<long>("OutputPadding", 227L, 11L, 4L, 0L), "OutputPadding(227, 11, 4, 0)");
    }
}
