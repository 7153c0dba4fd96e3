namespace Exercises.L09.Asymmetric;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("a 7 on 12 channels keeps the map and has the right cost", points: 1)]
    public void Seven()
    {
        var block = Student.Module("Asymmetric", 12L, 8L, 7L);
        Expect.Shape([2, 12, 9, 11], block.Forward(Student.Tensor(2, 12, 9, 11)), "the output for a 9x11 map");
        Expect.Equal(2 * 7 * 12 * 8 * 17L * 17, block.Macs(12, 17, 17), "multiply-adds at 12x17x17");
        Expect.Equal(2 * 7 * 12 * 8 + 2 * (12 + 8L), block.ParameterCount, "parameters");
    }
}
