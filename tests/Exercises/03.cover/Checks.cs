namespace Exercises.L03.Cover;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("224 pixels, a square of 50 at steps of 10: 18 x 18 places", points: 1)]
    public void Places() => Expect.Shape([324, 1, 224, 224], Student.Call<Tensor>("Cover", Student.Tensor(1, 224, 224), 50L, 10L, 0.0), "Cover(224, 50, 10)");

    [Check("only the square changes", points: 1)]
    public void Square()
    {
        var picture = Student.Tensor(2, 6, 6);
        var covered = Student.Call<Tensor>("Cover", picture, 2L, 2L, 7.0);
        var expected = picture.clone();
        expected.narrow(1, 2, 2).narrow(2, 0, 2).fill_(7);
        Expect.Close(expected, covered[3], 1e-6, "Cover, place 3");
    }
}
