namespace Exercises.L04.OffsetPooling;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the row of the worked example", points: 2)]
    public void Example()
    {
        double[] map = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4];
        var scores = Student.Call<double[]>("Fine", map, 3, new double[] { 1, 2, 3, 4, 5 });
        Expect.Equal("117 121 119 96 124 122", string.Join(" ", scores), "Fine of the worked example");
    }
}
