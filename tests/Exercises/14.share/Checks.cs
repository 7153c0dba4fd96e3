namespace Exercises.L14.Share;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("AlexNet: half of the parameters needs six layers, though five are most of its depth", points: 1)]
    public void Half()
    {
        long[] alexnet = [34944, 307456, 885120, 663936, 442624, 37752832, 16781312, 4097000];
        Expect.Equal(6, Student.Call<int>("LayersFor", alexnet, 0.5), "LayersFor(AlexNet, 0.5)");
        Expect.Equal(0, Student.Call<int>("LayersFor", alexnet, 0.0), "LayersFor(AlexNet, 0)");
        Expect.Equal(8, Student.Call<int>("LayersFor", alexnet, 1.0), "LayersFor(AlexNet, 1)");
    }
}
