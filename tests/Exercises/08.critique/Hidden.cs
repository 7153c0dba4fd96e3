namespace Exercises.L08.Critique;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("the momentum", points: 1)]
    public void Momentum()
    {
        var keras = 0.6 + 0.39 * Student.Random.NextDouble();
        Expect.Close(1 - keras, Student.Call<double>("PyTorchMomentum", keras), 1e-9, $"PyTorchMomentum({keras:0.###})");
    }

    [Check("the slide", points: 1)]
    public void Slide() => Expect.Equal("b", Student.Call<string>("Slide"), "Slide()");
}
