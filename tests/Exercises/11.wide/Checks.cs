namespace Exercises.L11.Wide;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("WRN-16-4 has 2,742,704 convolution weights", points: 1)]
    public void Sixteen() => Expect.Equal(2_742_704L, Student.Call<long>("ConvolutionWeights", 16, 4), "ConvolutionWeights(16, 4)");

    [Check("a depth that no wide net has is refused", points: 1)]
    public void Refused() => Student.Throws<ArgumentException>("ConvolutionWeights", 20, 4);
}
