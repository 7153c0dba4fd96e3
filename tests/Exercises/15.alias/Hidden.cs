using ConvNets.Training;

namespace Exercises.L15.Alias;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("other designs, also with components outside the word", points: 2)]
    public void Others()
    {
        var design = FractionalFactorial.Create(["a", "b", "c", "d", "e"], "E=ABC");
        foreach (var effect in new[] { "A", "D", "BD", "CDE", "ABE" })
        {
            Expect.Equal(design.AliasesOf(effect)[0], Student.Call<string>("Alias", effect, "ABCE"), $"the alias of {effect} where E = ABC");
        }
    }
}
