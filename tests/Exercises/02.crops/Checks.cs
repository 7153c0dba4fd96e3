namespace Exercises.L02.Crops;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("3 pixels, crops of 2: four places, eight pictures", points: 1)]
    public void Small() => Expect.Equal(8L, Student.Call<long>("Crops", 3L, 2L), "Crops(3, 2)");
}
