namespace Exercises.L10.Depth;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("depth 20 has three blocks a stage, and 110 has eighteen", points: 1)]
    public void Known()
    {
        Expect.Equal(3, Student.Call<int>("BlocksPerStage", 20), "BlocksPerStage(20)");
        Expect.Equal(18, Student.Call<int>("BlocksPerStage", 110), "BlocksPerStage(110)");
    }
}
