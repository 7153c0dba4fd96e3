namespace Exercises.L04.Iou;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the boxes of the worked example", points: 1)]
    public void Example() => Expect.Close(0.47058824, Student.Call<double>("Iou", new double[] { 0, 0, 10, 10 }, new double[] { 2, 2, 12, 12 }), 1e-7, "Iou of (0, 0, 10, 10) and (2, 2, 12, 12)");
}
