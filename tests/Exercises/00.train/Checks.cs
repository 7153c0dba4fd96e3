namespace Exercises.L00.Train;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the network answers with two scores for each picture", points: 1)]
    public void Scores()
    {
        var (images, labels) = Shapes.Draw(Student, 32);
        var net = Student.Module("Train", images, labels, 2);
        Expect.Shape([32, 2], net.Forward(images), "the scores of 32 pictures");
    }

    [Check("it gets right the pictures that it was shown", points: 1)]
    public void Seen()
    {
        var (images, labels) = Shapes.Draw(Student, 128);
        Expect.InRange(0.95, 1.0, Shapes.Accuracy(Student.Module("Train", images, labels, 60), images, labels), "the accuracy on the pictures of the training");
    }
}

/// <summary>Discs (class 0) and crosses (class 1) of 12x12 pixels at random places, in noise.</summary>
internal static class Shapes
{
    public static (Tensor Images, Tensor Labels) Draw(Student student, int count)
    {
        const int side = 12;
        var pixels = new float[count * side * side];
        var labels = new long[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = student.Random.Next(2);
            var (cy, cx) = (student.Random.Next(3, side - 3), student.Random.Next(3, side - 3));
            for (var y = 0; y < side; y++)
            {
                for (var x = 0; x < side; x++)
                {
                    var (dy, dx) = (Math.Abs(y - cy), Math.Abs(x - cx));
                    var inside = labels[i] == 0 ? (dy * dy) + (dx * dx) <= 6 : (dy == 0 || dx == 0) && dy + dx <= 3;
                    pixels[(((i * side) + y) * side) + x] = (inside ? 1f : 0f) + (0.1f * (float)student.Random.NextDouble());
                }
            }
        }

        return (tensor(pixels).reshape(count, 1, side, side), tensor(labels));
    }

    public static double Accuracy(RemoteModule net, Tensor images, Tensor labels) =>
        net.Forward(images).argmax(1).eq(labels).to(ScalarType.Float64).mean().ToDouble();
}
