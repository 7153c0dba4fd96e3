namespace Exercises.L14.Mmd;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("{0, 1} against {2, 3} with width 1", points: 1)]
    public void Known()
    {
        using var x = tensor(new[] { 0f, 1 }).reshape(2, 1);
        using var y = tensor(new[] { 2f, 3 }).reshape(2, 1);
        Expect.Close(1.16237555, Student.Call<Tensor>("SquaredMmd", x, y, 1.0).ToDouble(), 1e-5, "SquaredMmd({0, 1}, {2, 3}, 1)");
    }

    [Check("a sample is at no distance from itself", points: 1)]
    public void Same()
    {
        using var x = Student.Tensor(6, 4);
        Expect.Close(0, Student.Call<Tensor>("SquaredMmd", x, x, 1.5).ToDouble(), 1e-5, "SquaredMmd(x, x, 1.5)");
    }
}
