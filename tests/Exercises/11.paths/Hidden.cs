using ConvNets.Insight;

namespace Exercises.L11.Paths;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("the figures of a ResNet-110, and deeper nets", points: 1)]
    public void Deep()
    {
        Expect.Close(0.98016567, Student.Call<double>("ShareOfPaths", 54, 19, 35), 1e-7, "ShareOfPaths(54, 19, 35)");
        Expect.Close(0.00453667, Student.Call<double>("ShareOfPaths", 54, 5, 17), 1e-7, "ShareOfPaths(54, 5, 17)");
        var blocks = Student.Random.Next(100, 300);
        var from = Student.Random.Next(30, blocks / 2);
        var to = Student.Random.Next(blocks / 2, blocks);
        Expect.Close(ResidualPaths.PathShare(blocks, from, to), Student.Call<double>("ShareOfPaths", blocks, from, to), 1e-9, $"ShareOfPaths({blocks}, {from}, {to})");
    }
}
