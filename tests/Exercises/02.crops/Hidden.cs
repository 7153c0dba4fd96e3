namespace Exercises.L02.Crops;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any size, down to a crop that fills the picture", points: 1)]
    public void Any()
    {
        long crop = Student.Random.Next(20, 230), size = crop + Student.Random.Next(1, 60);
        Expect.Equal(2 * (size - crop + 1) * (size - crop + 1), Student.Call<long>("Crops", size, crop), $"Crops({size}, {crop})");
        Expect.Equal(2L, Student.Call<long>("Crops", crop, crop), $"Crops({crop}, {crop})");
    }
}
