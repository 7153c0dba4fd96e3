namespace Exercises.L02.TenCrop;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("mirror images and averages of any picture", points: 1)]
    public void Any()
    {
        long size = Student.Random.Next(3, 8), spare = Student.Random.Next(1, 7);
        var picture = Student.Tensor(2, size + spare, size + 2 * spare);
        var crops = Student.Call<Tensor>("TenCrops", picture, size);
        for (var i = 0; i < 5; i++)
            Expect.Close(crops[i].flip(2), crops[5 + i], 1e-6, $"crop {5 + i}, the mirror image of crop {i}");
        Expect.Close(picture.narrow(1, 0, size).narrow(2, 2 * spare, size), crops[1], 1e-6, "crop 1, top right");
        Expect.Close(picture.narrow(1, spare / 2, size).narrow(2, spare, size), crops[4], 1e-6, "crop 4, the centre");
        var logits = 3 * Student.Tensor(10, 6);
        Expect.Close(F.softmax(logits, 1).mean([0L]), Student.Call<Tensor>("Decide", logits), 1e-5, "Decide of ten crops");
    }
}
