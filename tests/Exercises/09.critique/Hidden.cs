namespace Exercises.L09.Critique;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("epsilon from the target", points: 1)]
    public void Value()
    {
        var (classes, epsilon) = (Student.Random.Next(3, 20), 0.05 + 0.4 * Student.Random.NextDouble());
        var label = LabelSmoothing.Target(classes, epsilon).Label;
        Expect.Close(epsilon, Student.Call<double>("Epsilon", classes, label), 1e-6, $"Epsilon({classes}, {label:0.####})");
    }

    [Check("the sentence about linear pairs", points: 1)]
    public void Sentence() => Expect.Equal("b", Student.Call<string>("Pair"), "Pair()");
}
