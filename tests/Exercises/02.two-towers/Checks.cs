namespace Exercises.L02.TwoTowers;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("half the weights of the whole convolution", points: 1)]
    public void Weights() => Expect.Equal(16L * 4 * 9 + 16, Student.Module("TwoTowers", 8L, 16L, 3L).ParameterCount, "parameters of TwoTowers(8, 16, 3)");

    [Check("the first half of the outputs knows only the first half of the inputs", points: 1)]
    public void Separate()
    {
        var net = Student.Module("TwoTowers", 4L, 6L, 3L);
        var x = Student.Tensor(1, 4, 5, 5);
        var changed = torch.cat([x.narrow(1, 0, 2), x.narrow(1, 2, 2) + 1], 1);
        var (before, after) = (net.Forward(x), net.Forward(changed));
        Expect.Close(before.narrow(1, 0, 3), after.narrow(1, 0, 3), 1e-6, "outputs of card 0 after a change of card 1's maps");
        Expect.True((before - after).narrow(1, 3, 3).abs().max().ToSingle() > 1e-4, "Outputs of card 1 must change with its maps.");
    }
}
