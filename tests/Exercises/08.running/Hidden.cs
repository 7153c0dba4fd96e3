namespace Exercises.L08.Running;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("several batches of any shape agree with the library's layer", points: 1)]
    public void Library()
    {
        var (c, momentum) = (Student.Random.Next(2, 7), 0.05 + 0.4 * Student.Random.NextDouble());
        using var norm = BatchNorm2d(c, momentum: momentum);
        Tensor[] running = [zeros(c), ones(c)];
        for (var step = 0; step < 3; step++)
        {
            var x = Student.Tensor(3, c, 4, 5) * 2 + step;
            norm.call(x);
            running = Student.Call<Tensor[]>("Running", running[0], running[1], x, momentum);
        }

        Expect.Close(norm.running_mean!, running[0], 1e-4, "the running mean after three batches");
        Expect.Close(norm.running_var!, running[1], 1e-4, "the running variance after three batches");
    }
}
