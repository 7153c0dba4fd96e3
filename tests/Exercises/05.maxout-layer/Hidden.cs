namespace Exercises.L05.MaxoutLayer;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("equal to the library's maxout", points: 1)]
    public void Equal()
    {
        long inputs = Student.Random.Next(2, 8), units = Student.Random.Next(2, 6), pieces = Student.Random.Next(2, 5);
        var net = Student.Module("MaxoutLayer", inputs, units, pieces);
        var state = net.State();
        var x = Student.Tensor(4, inputs);
        var expected = new Maxout(pieces).call(F.linear(x, state["linear.weight"], state["linear.bias"]));
        Expect.Close(expected, net.Forward(x), 1e-4, $"MaxoutLayer({inputs}, {units}, {pieces})");
    }

    [Check("the gradient reaches the winning pieces alone", points: 1)]
    public void Gradient()
    {
        var net = Student.Module("MaxoutLayer", 4L, 3L, 4L);
        var state = net.State();
        var x = Student.Tensor(1, 4);
        var winners = F.linear(x, state["linear.weight"], state["linear.bias"]).reshape(3, 4).argmax(1);
        var gradient = net.Backward(x, ones(1, 3)).Parameters["linear.bias"].reshape(3, 4);
        for (var unit = 0; unit < 3; unit++)
            for (var piece = 0; piece < 4; piece++)
                Expect.Close(winners[unit].ToInt64() == piece ? 1.0 : 0.0, gradient[unit, piece].ToDouble(), 1e-5, $"gradient of the bias of unit {unit}, piece {piece}");
    }
}
