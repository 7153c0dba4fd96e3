namespace Exercises.L11.Paths;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("three blocks: one path of length 0, three of length 1, three of 2, one of 3", points: 1)]
    public void ThreeBlocks()
    {
        Expect.Close(0.125, Student.Call<double>("ShareOfPaths", 3, 0, 0), 1e-12, "ShareOfPaths(3, 0, 0)");
        Expect.Close(0.75, Student.Call<double>("ShareOfPaths", 3, 1, 2), 1e-12, "ShareOfPaths(3, 1, 2)");
        Expect.Close(1, Student.Call<double>("ShareOfPaths", 3, 0, 3), 1e-12, "ShareOfPaths(3, 0, 3)");
    }
}
