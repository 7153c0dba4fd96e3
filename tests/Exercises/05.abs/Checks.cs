namespace Exercises.L05.Abs;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    private double Unit(string function, double x)
    {
        var p = Student.Call<double[]>("Pieces", function);
        Expect.Equal(4, p.Length, $"numbers in Pieces(\"{function}\")");
        return Math.Max(p[0] * x + p[1], p[2] * x + p[3]);
    }

    [Check("the absolute value and the ReLU", points: 1)]
    public void Simple()
    {
        foreach (var x in new[] { -2.5, -1, 0, 0.5, 3 })
        {
            Expect.Close(Math.Abs(x), Unit("abs", x), 1e-9, $"the unit for abs at {x}");
            Expect.Close(Math.Max(0, x), Unit("relu", x), 1e-9, $"the unit for relu at {x}");
        }
    }
}
