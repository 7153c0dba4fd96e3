namespace Exercises.L02.Lrn;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any maps and constants", points: 1)]
    public void Any()
    {
        long n = 2 * Student.Random.Next(1, 4) + 1, channels = Student.Random.Next(4, 12);
        var (alpha, beta, k) = (Student.Random.NextDouble() + 0.2, Student.Random.NextDouble() + 0.3, Student.Random.NextDouble() + 1);
        var a = Student.Tensor(2, channels, 5, 4);
        var expected = new ResponseNormalisation(n, alpha, beta, k).call(a);
        Expect.Close(expected, Student.Call<Tensor>("Normalise", a, n, alpha, beta, k), 1e-4, $"Normalise with n {n} on {channels} channels");
    }
}
