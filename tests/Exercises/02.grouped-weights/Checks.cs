namespace Exercises.L02.GroupedWeights;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("conv2 of AlexNet has 307,200 weights on two cards", points: 1)]
    public void ConvTwo() => Expect.Equal(307_200L, Student.Call<long>("ConvWeights", 96L, 256L, 5L, 2L), "ConvWeights(96, 256, 5, 2)");
}
