namespace Exercises.L14.Entropy;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("random logits, and (0.7, 0.2, 0.1)", points: 1)]
    public void Random()
    {
        using var known = tensor(new[] { 0.7f, 0.2f, 0.1f }).log().reshape(1, 3);
        Expect.Close(0.80181855, Student.Call<Tensor>("MeanEntropy", known).ToDouble(), 1e-5, "the entropy of (0.7, 0.2, 0.1)");
        using var logits = Student.Tensor(9, 6) * 3;
        Expect.Close(DomainLosses.Entropy(logits).ToDouble(), Student.Call<Tensor>("MeanEntropy", logits).ToDouble(), 1e-5, "the entropy of random logits");
    }

    [Check("huge logits give a number", points: 1)]
    public void Huge()
    {
        using var logits = tensor(new[] { 1000f, 0, -1000, 0, 0, 1000 }).reshape(2, 3);
        Expect.Close(0, Student.Call<Tensor>("MeanEntropy", logits).ToDouble(), 1e-5, "the entropy of logits of 1000");
    }
}
