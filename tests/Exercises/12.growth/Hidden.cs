namespace Exercises.L12.Growth;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("put back into the formula, the scale gives the limit", points: 1)]
    public void Any()
    {
        var modules = Student.Random.Next(5, 40);
        var r = 0.5 + Student.Random.NextDouble();
        var limit = 2 + 5 * Student.Random.NextDouble();
        var s = Student.Call<double>("LargestScale", modules, r, limit);
        Expect.Close(limit, Math.Pow(1 + s * s * r, modules), 1e-6, $"the growth with the scale for {modules} modules, r = {r:0.###}, limit {limit:0.###}");
    }
}
