namespace Exercises.L03.OutputPadding;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any window", points: 1)]
    public void Any()
    {
        for (var trial = 0; trial < 8; trial++)
        {
            long kernel = Student.Random.Next(2, 9), stride = Student.Random.Next(1, 6), padding = Student.Random.Next(0, (int)kernel / 2 + 1);
            long n = kernel + Student.Random.Next(5, 60);
            var outputs = Window.Padded(kernel, stride, padding).Outputs(n);
            var expected = n - new TransposedWindow(kernel, stride, padding, 0, 1).Outputs(outputs);
            Expect.Equal(expected, Student.Call<long>("OutputPadding", n, kernel, stride, padding), $"OutputPadding({n}, {kernel}, {stride}, {padding})");
        }
    }
}
