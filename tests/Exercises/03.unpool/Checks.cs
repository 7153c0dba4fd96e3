namespace Exercises.L03.Unpool;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("one map of 4x4, pooled by 2x2", points: 1)]
    public void Small()
    {
        var map = tensor(new float[] { 1, 3, 2, 1, 4, 2, 0, 5, 7, 0, 1, 2, 3, 8, 6, 4 }).reshape(1, 1, 4, 4);
        var (values, switches) = MaxPool2d(2, 2).forward_with_indices(map);
        var expected = tensor(new float[] { 0, 0, 0, 0, 4, 0, 0, 5, 0, 0, 0, 0, 0, 8, 6, 0 }).reshape(1, 1, 4, 4);
        Expect.Close(expected, Student.Call<Tensor>("Unpool", values, switches, 4L, 4L), 1e-6, "Unpool of the 4x4 map");
    }
}
