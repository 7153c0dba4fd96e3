namespace Exercises.L01.Blind;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("a stack of 3x3 on 7 pixels", points: 1)]
    public void Stack()
    {
        var layers = Enumerable.Repeat(new long[] { 3, 1, 1 }, 6).ToArray();
        Expect.Equal(3L, Student.Call<long>("FirstBlind", layers, 7L), "the first layer of six 3x3 that finds nothing new in 7 pixels");
        Expect.Equal(-1L, Student.Call<long>("FirstBlind", layers, 100L), "the same stack on 100 pixels");
    }
}
