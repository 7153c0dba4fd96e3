namespace Exercises.L09.Smooth;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("logits 1, 2, 3 with the last class right and epsilon 0.3", points: 1)]
    public void Three()
    {
        var loss = Student.Call<Tensor>("SmoothLoss", tensor(new float[] { 1, 2, 3 }).reshape(1, 3), tensor(new long[] { 2 }), 0.3);
        Expect.Close(0.70760596, loss.item<float>(), 1e-5, "the loss");
    }
}
