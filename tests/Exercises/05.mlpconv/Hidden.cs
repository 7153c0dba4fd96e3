namespace Exercises.L05.Mlpconv;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("multiply-adds at 16x16: the pool gives 8x8", points: 1)]
    public void Macs()
    {
        long width = Student.Random.Next(4, 12), classes = Student.Random.Next(2, 9);
        var expected = 256 * (75 * width + 2 * width * width) + 64 * (10 * width * width + width * classes);
        Expect.Equal(expected, Student.Module("Nin", 3L, width, classes).Macs(3, 16, 16), $"MACs of Nin(3, {width}, {classes}) at 3x16x16");
    }

    [Check("takes any size of picture", points: 1)]
    public void AnySize() => Expect.Shape([1, 4], Student.Module("Nin", 2L, 6L, 4L).Forward(Student.Tensor(1, 2, 21, 13)), "logits of a 21x13 picture");
}
