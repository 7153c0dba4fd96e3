namespace Exercises.L14.Entropy;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("equal logits have the largest entropy, log K", points: 1)]
    public void Uniform()
    {
        using var h = Student.Call<Tensor>("MeanEntropy", zeros(3, 7));
        Expect.Close(Math.Log(7), h.ToDouble(), 1e-5, "the entropy of equal logits for seven classes");
    }
}
