namespace Exercises.L01.Subsample;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("stride 2 keeps every second pixel", points: 1)]
    public void Two()
    {
        var x = Student.Tensor(2, 3, 8, 8);
        var every = TensorIndex.Slice(step: 2);
        Expect.Close(x[.., .., every, every], Student.Module("Subsample", 3L, 2L).Forward(x), 1e-6, "the output on 8x8 pictures");
    }
}
