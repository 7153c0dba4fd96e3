namespace Exercises.L08.Normalise;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("1, 2, 3, 4 become -1.342, -0.447, 0.447, 1.342", points: 0)]
    public void Four()
    {
        var y = Student.Call<double[]>("Normalise", new double[] { 1, 2, 3, 4 }, 1.0, 0.0, 1e-5);
        Expect.Equal(4, y.Length, "the number of values");
        Expect.Close(-1.34163542, y[0], 1e-6, "the first value");
        Expect.Close(0.44721181, y[2], 1e-6, "the third value");
    }
}
