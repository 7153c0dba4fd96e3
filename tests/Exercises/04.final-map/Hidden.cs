namespace Exercises.L04.FinalMap;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any map, also where the pool drops a rest", points: 1)]
    public void Any()
    {
        for (var trial = 0; trial < 6; trial++)
        {
            long map = Student.Random.Next(15, 80);
            var pooled = Window.Padded(3, 3).Outputs(map);
            Expect.Equal(3 * Window.Padded(5).Outputs(pooled), Student.Call<long>("FinalMap", map), $"FinalMap({map})");
        }
    }
}
