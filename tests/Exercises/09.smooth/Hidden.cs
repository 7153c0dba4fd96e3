namespace Exercises.L09.Smooth;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any batch, also with large logits", points: 1)]
    public void Any()
    {
        var (n, k) = (Student.Random.Next(2, 9), Student.Random.Next(3, 12));
        var labels = tensor(Enumerable.Range(0, n).Select(_ => (long)Student.Random.Next(k)).ToArray());
        var epsilon = 0.05 + 0.3 * Student.Random.NextDouble();
        foreach (var scale in new[] { 1.0, 60.0 })
        {
            var logits = Student.Tensor(n, k) * scale + 40;
            Expect.Close(F.cross_entropy(logits, labels, label_smoothing: epsilon).item<float>(),
                Student.Call<Tensor>("SmoothLoss", logits, labels, epsilon).item<float>(), 1e-3, $"the loss of logits around 40, spread {scale}");
        }
    }
}
