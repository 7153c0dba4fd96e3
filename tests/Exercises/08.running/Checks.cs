namespace Exercises.L08.Running;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("from 0 and 1 the batch 1, 2, 3, 4 leads to 0.25 and 1.0667", points: 1)]
    public void Four()
    {
        var x = tensor(new float[] { 1, 2, 3, 4 }).reshape(4, 1, 1, 1);
        var answer = Student.Call<Tensor[]>("Running", zeros(1), ones(1), x, 0.1);
        Expect.Close(tensor(new[] { 0.25f }), answer[0], 1e-5, "the running mean");
        Expect.Close(tensor(new[] { 1.0666667f }), answer[1], 1e-5, "the running variance");
    }
}
