namespace Exercises.L06.ClassMap;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the paper's scales 256, 384 and 512", points: 1)]
    public void Scales()
    {
        foreach (var (scale, side) in new (long, long)[] { (224, 1), (256, 2), (384, 6), (512, 10) })
        {
            Expect.Equal(new[] { side, side }, Student.Call<long[]>("ClassMap", scale, scale), $"ClassMap({scale}, {scale})");
        }

        Student.Throws<ArgumentException>("ClassMap", 223L, 300L);
        Student.Throws<ArgumentException>("ClassMap", 300L, 200L);
    }
}
