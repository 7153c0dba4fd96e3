namespace Exercises.L02.Lrn;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("one pixel, channels 1 to 6, alpha 1", points: 1)]
    public void Pixel()
    {
        var a = torch.arange(1f, 7f).reshape(1, 6, 1, 1);
        var expected = torch.tensor(new[] { 0.125f, 0.14865089f, 0.14461559f, 0.13465396f, 0.17402354f, 0.22642842f }).reshape(1, 6, 1, 1);
        Expect.Close(expected, Student.Call<Tensor>("Normalise", a, 5L, 1.0, 0.75, 2.0), 1e-5, "Normalise(1 ... 6, n 5, alpha 1)");
    }
}
