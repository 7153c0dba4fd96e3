using ConvNets.Architectures;

namespace Exercises.L07.Critique;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("the ratio of the parameters", points: 1)]
    public void Ratio()
    {
        var ratio = (double)Registry.Table("alexnet-grouped").Parameters / Registry.Table("googlenet").Parameters;
        Expect.InRange(ratio - 0.05, ratio + 0.05, Student.Call<double>("Ratio"), "Ratio()");
    }

    [Check("where the difference comes from", points: 1)]
    public void Source() => Expect.Equal("b", Student.Call<string>("Source"), "Source()");
}
