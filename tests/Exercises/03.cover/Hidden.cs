namespace Exercises.L03.Cover;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any picture, square and step", points: 1)]
    public void Any()
    {
        long size = Student.Random.Next(2, 5), stride = Student.Random.Next(1, 4), height = size + Student.Random.Next(3, 9), width = size + Student.Random.Next(3, 9);
        var picture = Student.Tensor(3, height, width);
        var (rows, columns) = ((height - size) / stride + 1, (width - size) / stride + 1);
        var covered = Student.Call<Tensor>("Cover", picture, size, stride, -1.0);
        Expect.Shape([rows * columns, 3, height, width], covered, "Cover");
        var expected = picture.clone();
        expected.narrow(1, (rows - 1) * stride, size).narrow(2, (columns - 1) * stride, size).fill_(-1);
        Expect.Close(expected, covered[rows * columns - 1], 1e-6, "Cover, the last place");
    }
}
