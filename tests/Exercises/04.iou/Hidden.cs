using ConvNets.Data;

namespace Exercises.L04.Iou;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any boxes, also such that do not meet", points: 1)]
    public void Any()
    {
        double Number() => Student.Random.NextDouble() * 10;
        for (var trial = 0; trial < 6; trial++)
        {
            var (x, y, u, v) = (Number(), Number(), Number(), Number());
            double[] a = [x, y, x + 1 + Number(), y + 1 + Number()], b = [u, v, u + 1 + Number(), v + 1 + Number()];
            var expected = new Box((float)a[0], (float)a[1], (float)a[2], (float)a[3]).Iou(new Box((float)b[0], (float)b[1], (float)b[2], (float)b[3]));
            Expect.Close(expected, Student.Call<double>("Iou", a, b), 1e-4, "Iou of random boxes");
        }

        Expect.Close(0.0, Student.Call<double>("Iou", new double[] { 0, 0, 2, 2 }, new double[] { 5, 6, 8, 9 }), 1e-9, "Iou of boxes that do not meet");
    }
}
