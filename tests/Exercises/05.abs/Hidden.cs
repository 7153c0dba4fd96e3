namespace Exercises.L05.Abs;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    private double Unit(string function, double x)
    {
        var p = Student.Call<double[]>("Pieces", function);
        return Math.Max(p[0] * x + p[1], p[2] * x + p[3]);
    }

    [Check("the leaky ReLU and the hinge", points: 1)]
    public void Others()
    {
        for (var trial = 0; trial < 6; trial++)
        {
            var x = Student.Random.NextDouble() * 8 - 4;
            Expect.Close(x > 0 ? x : 0.1 * x, Unit("leaky", x), 1e-9, $"the unit for leaky at {x}");
            Expect.Close(Math.Max(0, 1 - x), Unit("hinge", x), 1e-9, $"the unit for hinge at {x}");
        }
    }

    [Check("which functions one unit can approach", points: 1)]
    public void Convex()
    {
        foreach (var (function, convex) in new[] { ("x^2", true), ("-x^2", false), ("exp", true), ("sin", false) })
            Expect.Equal(convex, Student.Call<bool>("OneUnit", function), $"OneUnit(\"{function}\")");
    }
}
