namespace Exercises.L03.ThreeRules;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any signals, and guided is where both agree", points: 1)]
    public void Any()
    {
        Tensor f = Student.Tensor(2, 3, 5, 5), signal = Student.Tensor(2, 3, 5, 5) - 0.3;
        Expect.Close(signal * f.gt(0), Student.Call<Tensor>("Gradient", f, signal), 1e-6, "Gradient");
        Expect.Close(F.relu(signal), Student.Call<Tensor>("Deconvnet", f, signal), 1e-6, "Deconvnet");
        Expect.Close(F.relu(signal) * f.gt(0), Student.Call<Tensor>("Guided", f, signal), 1e-6, "Guided");
    }
}
