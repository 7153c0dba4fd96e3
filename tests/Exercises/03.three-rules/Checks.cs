namespace Exercises.L03.ThreeRules;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the worked example: gradient and deconvnet", points: 1)]
    public void Example()
    {
        var f = tensor(new float[] { 1, -1, 5, 2, -5, -7, -3, 2, 4 });
        var signal = tensor(new float[] { -2, 3, -1, 6, -3, 1, 2, -1, 3 });
        Expect.Close(tensor(new float[] { -2, 0, -1, 6, 0, 0, 0, -1, 3 }), Student.Call<Tensor>("Gradient", f, signal), 1e-6, "Gradient");
        Expect.Close(tensor(new float[] { 0, 3, 0, 6, 0, 1, 2, 0, 3 }), Student.Call<Tensor>("Deconvnet", f, signal), 1e-6, "Deconvnet");
    }
}
