namespace Exercises.L04.FinalMap;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("17 units give 3, and 35 give 21", points: 1)]
    public void Known()
    {
        Expect.Equal(3L, Student.Call<long>("FinalMap", 17L), "FinalMap(17)");
        Expect.Equal(21L, Student.Call<long>("FinalMap", 35L), "FinalMap(35)");
    }
}
