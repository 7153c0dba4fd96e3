namespace Exercises.L02.TenCrop;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("ten crops of the right shape, corners first", points: 1)]
    public void Corners()
    {
        var picture = Student.Tensor(3, 7, 9);
        var crops = Student.Call<Tensor>("TenCrops", picture, 5L);
        Expect.Shape([10, 3, 5, 5], crops, "TenCrops of a 3x7x9 picture at 5");
        Expect.Close(picture.narrow(1, 2, 5).narrow(2, 4, 5), crops[3], 1e-6, "crop 3, bottom right");
        Expect.Close(picture.narrow(1, 1, 5).narrow(2, 2, 5), crops[4], 1e-6, "crop 4, the centre");
    }

    [Check("probabilities are averaged, not logits", points: 1)]
    public void Average()
    {
        var logits = torch.tensor(new float[] { 3, 0, -1, 1 }).reshape(2, 2);
        Expect.Close(torch.tensor(new[] { 0.53588852f, 0.46411148f }), Student.Call<Tensor>("Decide", logits), 1e-5, "Decide of (3, 0) and (-1, 1)");
    }
}
